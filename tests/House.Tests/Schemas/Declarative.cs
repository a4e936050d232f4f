using Microsoft.SqlServer.TransactSql.ScriptDom;
using PoliceSocial.House.Tests.Sql;

namespace PoliceSocial.House.Tests.Schemas;

/// <summary>
/// Makes of a schema's migrations what the compiler wants: the tables as they are at the end, without the steps that led there.
/// </summary>
internal static class Declarative
{
    public static IEnumerable<string> Fold(IEnumerable<string> scripts)
    {
        var kept = new List<TSqlStatement>();
        foreach (var statement in scripts.SelectMany(Statements))
            Take(statement, kept);
        var generator = new Sql160ScriptGenerator();
        return kept.Select(s =>
        {
            generator.GenerateScript(s, out var text);
            return text;
        });
    }

    private static IEnumerable<TSqlStatement> Statements(string script)
    {
        var (parsed, errors) = TSql.Parse(script);
        return errors.Count == 0 ? parsed!.Batches.SelectMany(b => b.Statements) : throw new FormatException($"{string.Join("; ", errors)} in\n{script}");
    }

    private static void Take(TSqlStatement statement, List<TSqlStatement> kept)
    {
        switch (statement)
        {
            case AlterTableAddTableElementStatement add:
                var widened = TableOf(add, kept);
                add.Definition.ColumnDefinitions.ToList().ForEach(widened.ColumnDefinitions.Add);
                add.Definition.TableConstraints.ToList().ForEach(widened.TableConstraints.Add);
                break;
            case AlterTableAlterColumnStatement change:
                var column = TableOf(change, kept).ColumnDefinitions.First(c => c.ColumnIdentifier.Value == change.ColumnIdentifier.Value);
                column.DataType = change.DataType;
                column.Constraints.OfType<NullableConstraintDefinition>().ToList().ForEach(c => column.Constraints.Remove(c));
                column.Constraints.Add(new NullableConstraintDefinition { Nullable = change.AlterTableAlterColumnOption == AlterTableAlterColumnOption.Null });
                break;
            case AlterTableDropTableElementStatement drop:
                foreach (var name in drop.AlterTableDropTableElements.Select(e => e.Name.Value))
                    Remove(TableOf(drop, kept), name);
                break;
            case DropIndexStatement drop:
                foreach (var name in drop.DropIndexClauses.OfType<DropIndexClause>().Select(c => c.Index.Value))
                    kept.RemoveAll(s => s is CreateIndexStatement index && index.Name.Value == name);
                break;
            case DropTableStatement drop:
                foreach (var name in drop.Objects.Select(o => o.BaseIdentifier.Value))
                    kept.RemoveAll(s => s is CreateTableStatement table && table.SchemaObjectName.BaseIdentifier.Value == name);
                break;
            case IfStatement branch:
                Take(branch.ThenStatement, kept);
                break;
            case BeginEndBlockStatement block:
                block.StatementList.Statements.ToList().ForEach(s => Take(s, kept));
                break;
            case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings: [StringLiteral text] } }:
                Statements(text.Value).ToList().ForEach(s => Take(s, kept));
                break;
            case CreateSchemaStatement or DataModificationStatement or SetVariableStatement or DeclareVariableStatement or PredicateSetStatement:
                break;
            default:
                kept.Add(statement);
                break;
        }
    }

    private static TableDefinition TableOf(AlterTableStatement alter, List<TSqlStatement> kept) =>
        kept.OfType<CreateTableStatement>().First(t => t.SchemaObjectName.BaseIdentifier.Value == alter.SchemaObjectName.BaseIdentifier.Value).Definition;

    private static void Remove(TableDefinition table, string name)
    {
        foreach (var column in table.ColumnDefinitions.Where(c => c.ColumnIdentifier.Value == name).ToList())
            table.ColumnDefinitions.Remove(column);
        foreach (var constraint in table.TableConstraints.Where(c => c.ConstraintIdentifier?.Value == name).ToList())
            table.TableConstraints.Remove(constraint);
    }
}
