using Microsoft.ML;
using Microsoft.ML.Data;
using PoliceSocial.Triage.Judging;

namespace PoliceSocial.Triage.Training;

/// <summary>A labelled message, by its signs.</summary>
/// <param name="Signs">The keys of its signs.</param>
/// <param name="Yes">The answer that people gave.</param>
/// <param name="Group">Where it comes from: an event, a month. A sign must be known from several.</param>
internal sealed record Labelled(IReadOnlyList<string> Signs, bool Yes, string Group);

/// <summary>How a question is learned.</summary>
/// <param name="LeastTexts">A sign counts from so many messages on.</param>
/// <param name="LeastGroups">And from so many groups: the names of one event are no sign for the next.</param>
/// <param name="L2">How strongly large weights are held down.</param>
internal sealed record Learning(int LeastTexts, int LeastGroups, float L2);

/// <summary>Learns weights from labelled messages by logistic regression. The same messages in the same order give the same weights.</summary>
internal static class Trainer
{
    public static Weights Learn(IReadOnlyList<Labelled> labelled, Learning learning)
    {
        var signs = Known(labelled, learning);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Signs)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, signs.Count);
        var machine = new MLContext(seed: 1);
        var rows = machine.Data.LoadFromEnumerable(labelled.Select(l => Row.Of(l, signs)).ToList(), schema);
        var model = machine.BinaryClassification.Trainers.LbfgsLogisticRegression(new()
        {
            LabelColumnName = nameof(Row.Yes),
            FeatureColumnName = nameof(Row.Signs),
            L1Regularization = 0,
            L2Regularization = learning.L2,
            NumberOfThreads = 1,
            HistorySize = 20,
            OptimizationTolerance = 1e-5f,
        }).Fit(rows).Model.SubModel;
        var weights = signs.Select(s => (s.Key, Weight: MathF.Round(model.Weights[s.Value], 4))).Where(w => w.Weight != 0)
            .ToDictionary(w => w.Key, w => w.Weight, StringComparer.Ordinal);
        return new(model.Bias, weights);
    }

    private static Dictionary<string, int> Known(IReadOnlyList<Labelled> labelled, Learning learning) => labelled
        .SelectMany(l => l.Signs.Select(s => (Sign: s, l.Group)))
        .GroupBy(s => s.Sign, StringComparer.Ordinal)
        .Where(g => g.Count() >= learning.LeastTexts && g.Select(s => s.Group).Distinct().Take(learning.LeastGroups).Count() >= learning.LeastGroups)
        .Select(g => g.Key).Order(StringComparer.Ordinal)
        .Select((sign, i) => (sign, i)).ToDictionary(s => s.sign, s => s.i, StringComparer.Ordinal);

    private sealed class Row
    {
        public bool Yes { get; init; }

        public VBuffer<float> Signs { get; init; }

        public static Row Of(Labelled labelled, Dictionary<string, int> signs)
        {
            var known = labelled.Signs.Where(signs.ContainsKey).Select(s => signs[s]).Distinct().Order().ToArray();
            var value = known.Length == 0 ? 0 : 1 / MathF.Sqrt(known.Length);
            return new() { Yes = labelled.Yes, Signs = new(signs.Count, known.Length, Enumerable.Repeat(value, known.Length).ToArray(), known) };
        }
    }
}
