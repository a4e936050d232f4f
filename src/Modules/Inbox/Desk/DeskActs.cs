using FluentValidation;
using PoliceSocial.Contracts.Incidents;
using PoliceSocial.Inbox.Judging;
using PoliceSocial.Inbox.Notes;
using PoliceSocial.Inbox.Replying;
using PoliceSocial.Inbox.Triage;

namespace PoliceSocial.Inbox.Desk;

/// <summary>All that can be done at the desk, gathered for its page.</summary>
internal sealed record DeskActs(
    ClaimConversation Claim, PassConversation Pass, IValidator<PassCommand> PassRules, MoveConversation Move, IValidator<MoveCommand> MoveRules,
    MoveSeveral MoveSeveral, AcknowledgeFlag Acknowledge, WriteNote WriteNote, IValidator<NoteCommand> NoteRules, TagConversation Tag,
    IValidator<TagCommand> TagRules, WriteReply WriteReply, IValidator<WriteReplyCommand> ReplyRules, DecideReply DecideReply,
    IValidator<DecideReplyCommand> DecideRules, DecideGrade DecideGrade, IValidator<DecideGradeCommand> GradeRules, ReadJudgements Judgements,
    OtherLanguages OtherLanguages, IGrades Grades);
