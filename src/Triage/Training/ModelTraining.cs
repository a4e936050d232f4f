using PoliceSocial.Triage.Judging;
using PoliceSocial.Triage.Reading;

namespace PoliceSocial.Triage.Training;

/// <summary>Trains a triage model on labelled messages. The same messages in the same order give the same model.</summary>
public static class ModelTraining
{
    private const int Folds = 10;
    private static readonly Learning ForDanger = new(2, 1, 0.03f);
    private static readonly Learning ForReports = new(3, 4, 0.1f);

    /// <summary>Trains a model.</summary>
    /// <param name="examples">The messages; each question learns from those that answer it.</param>
    /// <param name="version">Names the model.</param>
    /// <param name="mostFlagged">The share of messages without danger that may be suggested as emergencies, from 0 to 1; sets the threshold.</param>
    /// <exception cref="ArgumentException">A question has no examples of both answers.</exception>
    public static TriageModel Train(IReadOnlyList<Example> examples, string version, double mostFlagged = 0.09)
    {
        var read = Read(examples);
        var danger = Of(read, e => e.Danger, "danger");
        var threshold = Threshold(CrossValidate(danger), mostFlagged);
        return new(new(
            ModelFile.CurrentFormat, version, threshold, Learn(danger, ForDanger),
            Learn(Of(read, e => e.Eyewitness, "eyewitness"), ForReports), Learn(Of(read, e => e.Affected, "affected"), ForReports)));
    }

    /// <summary>Learns anew what danger is, from more examples; what an eyewitness is stays as the model has it.</summary>
    /// <param name="model">The model to start from.</param>
    /// <param name="examples">The messages; those that say whether there was danger count.</param>
    /// <param name="version">Names the new model.</param>
    /// <param name="mostFlagged">As in <see cref="Train"/>.</param>
    /// <exception cref="ArgumentException">There are no examples of both answers.</exception>
    public static TriageModel Retrain(TriageModel model, IReadOnlyList<Example> examples, string version, double mostFlagged = 0.09)
    {
        ArgumentNullException.ThrowIfNull(model);
        var danger = Of(Read(examples), e => e.Danger, "danger");
        return new(model.File with { Version = version, Threshold = Threshold(CrossValidate(danger), mostFlagged), Danger = Learn(danger, ForDanger) });
    }

    /// <summary>Judges every example that says whether there was danger by a model that never saw it.</summary>
    /// <returns>The likelihood of danger of each, with the answer that people gave, in the order of the examples.</returns>
    public static IReadOnlyList<(Example Example, double Danger)> CrossValidate(IReadOnlyList<Example> examples)
    {
        var read = Read(examples.Where(e => e.Danger is not null));
        return [.. CrossValidate(Of(read, e => e.Danger, "danger")).Select((j, i) => (read[i].Example, j.Danger))];
    }

    private static List<(Example Example, List<Sign> Signs)> Read(IEnumerable<Example> examples)
    {
        var reader = new SignReader(WordClasses.Shipped);
        return [.. examples.Select(e => (e, reader.Read(e.Text).Signs))];
    }

    private static List<(bool Yes, double Danger)> CrossValidate(List<(List<Sign> Signs, bool Yes, string Group)> rows)
    {
        var judged = new (bool, double)[rows.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Learn([.. rows.Where((_, i) => FoldOf(i) != fold)], ForDanger);
            for (var i = 0; i < rows.Count; i++)
            {
                if (FoldOf(i) == fold)
                    judged[i] = (rows[i].Yes, weights.Judge(rows[i].Signs));
            }
        }

        return [.. judged];
    }

    /// <summary>Neighbours in a file are alike: they are dealt out, not cut.</summary>
    private static int FoldOf(int row) => (int)((uint)row * 2_654_435_761u >> 16) % Folds;

    private static double Threshold(List<(bool Yes, double Danger)> judged, double mostFlagged)
    {
        var harmless = judged.Where(j => !j.Yes).Select(j => j.Danger).OrderDescending().ToList();
        return harmless[Math.Min(harmless.Count - 1, (int)(harmless.Count * mostFlagged))] + 1e-6;
    }

    private static List<(List<Sign> Signs, bool Yes, string Group)> Of(
        IEnumerable<(Example Example, List<Sign> Signs)> read, Func<Example, bool?> answer, string question)
    {
        var rows = read.Where(r => answer(r.Example) is not null).Select(r => (r.Signs, answer(r.Example)!.Value, r.Example.Group)).ToList();
        return rows.Any(r => r.Value) && rows.Any(r => !r.Value)
            ? rows
            : throw new ArgumentException($"To learn about {question}, examples of both answers are needed.", nameof(read));
    }

    private static Weights Learn(List<(List<Sign> Signs, bool Yes, string Group)> rows, Learning learning) =>
        Trainer.Learn([.. rows.Select(r => new Labelled([.. r.Signs.Select(s => s.Key)], r.Yes, r.Group))], learning);
}
