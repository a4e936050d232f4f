using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Inbox.Collect;
using PoliceSocial.Inbox.Judging;
using PoliceSocial.Inbox.Reading;

namespace PoliceSocial.Inbox.Desk;

/// <content>What triage suggests, and what a person decides about it.</content>
internal sealed partial class DeskModel
{
    private Dictionary<long, JudgementRow> _judged = [];
    private IReadOnlyDictionary<long, JudgementRow> _suggested = new Dictionary<long, JudgementRow>();

    [BindProperty]
    public long MessageId { get; set; }

    /// <summary>The decision: <c>agreed</c>, <c>none</c>, or a grade's code after <c>grade:</c>.</summary>
    [BindProperty]
    public string? GradeIs { get; set; }

    /// <summary>What the list says about a conversation; null for nothing.</summary>
    public SuggestedInList? Suggested(long conversationId) =>
        _suggested.GetValueOrDefault(conversationId) is { } row ? new(row, GradeOf(row.Grade)) : null;

    /// <summary>What triage says about this version of a message; null for nothing.</summary>
    public JudgementShown? JudgementOf(MessageRow message) =>
        _judged.GetValueOrDefault(message.Id) is { } row
            ? new(row, message.Versions == row.MessageVersion, GradeOf(row.Grade), GradeOf(row.DecidedGrade), desk.Grades.All, May(InboxPermissions.Acknowledge),
                row.DecidedBy is { } person ? Deciders.GetValueOrDefault(person, "a former colleague") : null)
            : null;

    /// <summary>A message's text with what rules and triage found marked.</summary>
    public IHtmlContent Marked(MessageRow message)
    {
        var marks = Said.MarksOf(message.Id, Conversation?.Reasons);
        var judged = _judged.GetValueOrDefault(message.Id);
        return Said.Text(message.Text, judged?.MessageVersion == message.Versions ? marks.Concat(judged.Because().Marks()) : marks);
    }

    public async Task<IActionResult> OnPostDecideGradeAsync(CancellationToken ct)
    {
        var (how, grade) = GradeIs switch
        {
            "agreed" => (Deciding.Agreed, null),
            "none" => (Deciding.NoEmergency, null),
            { } code when code.StartsWith("grade:", StringComparison.Ordinal) => (Deciding.OtherGrade, code["grade:".Length..]),
            _ => ((Deciding)0, (string?)null),
        };
        var command = new DecideGradeCommand(Id ?? 0, MessageId, how, grade, Reason);
        if (!await IsValidAsync(desk.GradeRules, command, nameof(GradeIs), ct))
            return await ShowAsync(ct);
        return await AnswerAsync(await desk.DecideGrade.HandleAsync(Person, command, ct), "Your decision is kept beside what triage suggested.", nameof(GradeIs), ct);
    }

    private IReadOnlyDictionary<long, string> Deciders { get; set; } = new Dictionary<long, string>();

    private GradeName? GradeOf(string? code) =>
        code is null ? null : desk.Grades.All.FirstOrDefault(g => g.Code == code) ?? new GradeName(code, code, "neutral");

    private async Task ReadJudgementsAsync(CancellationToken ct)
    {
        if (Id is { } id)
        {
            _judged = (await desk.Judgements.OfConversationAsync(id, ct)).ToDictionary(r => r.MessageId);
            Deciders = await people.NamesAsync(_judged.Values.Select(r => r.DecidedBy).OfType<long>().Distinct(), ct);
        }

        _suggested = await desk.Judgements.MostUrgentAsync([.. List.Rows.Select(r => r.Id)], ct);
    }

    private async Task<IReadOnlyDictionary<string, int>> CountsAsync(CancellationToken ct)
    {
        var all = new Dictionary<string, int>(await readCounts.CountsAsync(Person, ct), StringComparer.Ordinal);
        foreach (var (name, value) in await desk.OtherLanguages.CountsAsync(Person, ct))
            all[name] = value;
        return all;
    }
}

/// <summary>What a list says about a conversation.</summary>
internal sealed record SuggestedInList(JudgementRow Row, GradeName? Grade);

/// <summary>What triage says about a message, with the choices of whoever decides.</summary>
/// <param name="Row">The judgement.</param>
/// <param name="IsCurrent">Whether it is about the version that is shown.</param>
/// <param name="Grade">The suggested grade, or null.</param>
/// <param name="Decided">The grade that was decided on, or null.</param>
/// <param name="Grades">All grades.</param>
/// <param name="MayDecide">Whether the person may decide.</param>
/// <param name="DecidedBy">Who decided, or null.</param>
internal sealed record JudgementShown(
    JudgementRow Row, bool IsCurrent, GradeName? Grade, GradeName? Decided, IReadOnlyList<GradeName> Grades, bool MayDecide, string? DecidedBy);
