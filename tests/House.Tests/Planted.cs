using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;

namespace PoliceSocial.House.Tests;

/// <summary>Small assemblies made on the spot, each with a violation that a rule must find.</summary>
internal static class Planted
{
    /// <summary>An assembly with one type that holds a field, and so refers to the field's assembly.</summary>
    public static Assembly Assembly(string name, string type, TypeAttributes attributes, Type? field = null)
    {
        var builder = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        var made = builder.DefineDynamicModule(name).DefineType(type, attributes);
        if (field is not null)
            made.DefineField("_held", field, FieldAttributes.Private);
        made.CreateType();
        using var bytes = new MemoryStream();
        builder.Save(bytes);
        bytes.Position = 0;
        return new AssemblyLoadContext(name, isCollectible: true).LoadFromStream(bytes);
    }
}
