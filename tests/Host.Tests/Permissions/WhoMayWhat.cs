namespace PoliceSocial.Host.Tests.Permissions;

/// <summary>
/// Who may open what: every page, handler and endpoint of the host under every role that ships. Read it as a reviewer would: is this
/// what each role should see? A new page needs a row here, and a row whose page is gone fails.
/// </summary>
/// <remarks>
/// A row: the method and route; what those who may are answered where there is nothing by the address's id, and no token with a POST
/// (200, 302, 400, 404 or 410, and 401 where a signature is missing; the first channel and the first entry of the ledger are there); and the roles that may. Everybody else who is signed in is answered 403, and somebody who is not is led to the sign-in.
/// "everybody" is whoever is signed in, "anybody" those as well who are not. What a role may do to an object that it may see, the use
/// cases decide and their own tests show.
/// </remarks>
internal static class WhoMayWhat
{
    public const string Everybody = "everybody";
    public const string Anybody = "anybody";

    /// <summary>Each role that ships, and who holds it in the rehearsal force.</summary>
    public static readonly IReadOnlyDictionary<string, string> Roles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["operator"] = Everyone.Operator,
        ["supervisor"] = Everyone.Supervisor,
        ["author"] = Everyone.Author,
        ["approver"] = "lindqvist",
        ["editor"] = "moss",
        ["analyst"] = "bright",
        ["evidence"] = Everyone.EvidenceOfficer,
        ["coordinator"] = Everyone.Coordinator,
        ["auditor"] = Everyone.Auditor,
        ["administrator"] = Everyone.Administrator,
    };

    private const string Table = """
        GET  /                                                    | 302 | everybody
        GET  /accessibility                                       | 200 | anybody
        GET  /account                                             | 200 | everybody
        GET  /account/password                                    | 200 | everybody
        POST /account/password                                    | 400 | everybody
        GET  /account/second-factor                               | 200 | everybody
        POST /account/second-factor?handler=Renew                 | 400 | everybody
        POST /account/second-factor?handler=TurnOff               | 400 | everybody
        POST /account/second-factor?handler=TurnOn                | 400 | everybody
        GET  /account/sessions                                    | 200 | everybody
        POST /account/sessions?handler=EndSession                 | 400 | everybody
        GET  /alarms                                              | 200 | everybody
        GET  /audit                                               | 200 | auditor
        GET  /audit/alarms/{id:long}/acknowledge                  | 200 | auditor
        POST /audit/alarms/{id:long}/acknowledge                  | 400 | auditor
        GET  /audit/ico                                           | 200 | auditor
        POST /audit/ico                                           | 400 | auditor
        GET  /audit/keep                                          | 200 | administrator
        GET  /audit/keep/erase                                    | 200 | administrator
        POST /audit/keep/erase                                    | 400 | administrator
        GET  /audit/keep/finding/{kind}                           | 200 | administrator
        POST /audit/keep/finding/{kind}                           | 400 | administrator
        GET  /audit/keep/key                                      | 200 | administrator
        POST /audit/keep/key                                      | 400 | administrator
        GET  /audit/keep/restore                                  | 200 | administrator
        POST /audit/keep/restore                                  | 400 | administrator
        GET  /audit/verify                                        | 200 | auditor
        POST /audit/verify                                        | 400 | auditor
        GET  /audit/{number:long}                                 | 200 | auditor
        GET  /audit/{number:long}?handler=Proof                   | 200 | auditor
        GET  /channels                                            | 200 | operator supervisor author approver editor analyst evidence administrator
        GET  /channels/alarms/{id:long}/acknowledge               | 200 | operator supervisor author approver editor analyst evidence administrator
        POST /channels/alarms/{id:long}/acknowledge               | 400 | operator supervisor author approver editor analyst evidence administrator
        GET  /channels/callback/{connector}                       | 200 | administrator
        GET  /channels/connect                                    | 200 | administrator
        GET  /channels/connect/{connector}                        | 404 | administrator
        POST /channels/connect/{connector}                        | 400 | administrator
        GET  /channels/connect/{connector}/{attempt:long}         | 302 | administrator
        POST /channels/connect/{connector}/{attempt:long}         | 400 | administrator
        GET  /channels/{id:long}                                  | 200 | operator supervisor author approver editor analyst evidence administrator
        GET  /channels/{id:long}/disconnect                       | 200 | administrator
        POST /channels/{id:long}/disconnect                       | 400 | administrator
        GET  /channels/{id:long}/edit                             | 200 | administrator
        POST /channels/{id:long}/edit                             | 400 | administrator
        GET  /channels/{id:long}/pause                            | 200 | administrator
        POST /channels/{id:long}/pause                            | 400 | administrator
        GET  /channels/{id:long}/reconnect                        | 200 | administrator
        POST /channels/{id:long}/reconnect                        | 400 | administrator
        POST /channels/{id:long}?handler=Resume                   | 400 | operator supervisor author approver editor analyst evidence administrator
        POST /channels/{id:long}?handler=Test                     | 400 | operator supervisor author approver editor analyst evidence administrator
        GET  /colours                                             | 200 | anybody
        POST /colours                                             | 400 | anybody
        GET  /evidence/conversations/{id:long}                    | 404 | evidence
        POST /evidence/conversations/{id:long}?handler=Change     | 400 | evidence
        POST /evidence/conversations/{id:long}?handler=Hold       | 400 | evidence
        POST /evidence/conversations/{id:long}?handler=Mark       | 400 | evidence
        POST /evidence/conversations/{id:long}?handler=Release    | 400 | evidence
        GET  /evidence/exports                                    | 200 | evidence
        GET  /evidence/exports/new                                | 200 | evidence
        POST /evidence/exports/new                                | 400 | evidence
        GET  /evidence/exports/{id:long}                          | 404 | evidence
        POST /evidence/exports/{id:long}/bag                      | 400 | evidence
        GET  /evidence/incidents/{id:long}                        | 404 | evidence
        POST /evidence/incidents/{id:long}?handler=Change         | 400 | evidence
        POST /evidence/incidents/{id:long}?handler=Hold           | 400 | evidence
        POST /evidence/incidents/{id:long}?handler=Mark           | 400 | evidence
        POST /evidence/incidents/{id:long}?handler=Release        | 400 | evidence
        GET  /evidence/posts/{id:long}                            | 404 | evidence
        POST /evidence/posts/{id:long}?handler=Change             | 400 | evidence
        POST /evidence/posts/{id:long}?handler=Hold               | 400 | evidence
        POST /evidence/posts/{id:long}?handler=Mark               | 400 | evidence
        POST /evidence/posts/{id:long}?handler=Release            | 400 | evidence
        GET  /evidence/records                                     | 200 | evidence
        POST /evidence/records?handler=Propose                     | 400 | evidence
        POST /evidence/records?handler=Confirm                     | 400 | evidence
        GET  /evidence/records/classes                             | 200 | evidence
        POST /evidence/records/classes?handler=Set                 | 400 | evidence
        POST /evidence/records/classes?handler=Remove              | 400 | evidence
        GET  /evidence/records/classes/edit/{id:long?}             | 404 | evidence
        POST /evidence/records/classes/edit/{id:long?}             | 400 | evidence
        GET  /evidence/records/{id:long}                           | 404 | evidence
        POST /evidence/records/{id:long}?handler=Confirm           | 400 | evidence
        POST /evidence/records/{id:long}?handler=Propose           | 400 | evidence
        POST /evidence/records/{id:long}?handler=Reclassify        | 400 | evidence
        POST /evidence/records/{id:long}?handler=Retain            | 400 | evidence
        POST /evidence/records/{id:long}?handler=TurnDown          | 400 | evidence
        GET  /frame                                               | 200 | everybody
        POST /hooks/incidents/{peer}                              | 401 | anybody
        POST /hooks/incidents/{peer}/answers                      | 401 | anybody
        GET  /inbox/alarming                                       | 200 | supervisor administrator
        POST /inbox/alarming                                       | 400 | supervisor administrator
        POST /inbox/alarming?handler=Test                          | 400 | supervisor administrator
        GET  /inbox/alarming/calls                                 | 200 | operator supervisor
        POST /inbox/alarming/calls?handler=Note                    | 400 | operator supervisor
        GET  /inbox/attachments/{id:long}/original                | 404 | operator supervisor analyst evidence
        GET  /inbox/attachments/{id:long}/preview                 | 404 | operator supervisor analyst evidence
        GET  /inbox/contacts/{id:long}                            | 404 | operator supervisor analyst evidence
        POST /inbox/contacts/{id:long}                            | 400 | operator supervisor analyst evidence
        GET  /inbox/contacts/{id:long}/merge                      | 404 | supervisor
        POST /inbox/contacts/{id:long}/merge?handler=Find         | 400 | supervisor
        POST /inbox/contacts/{id:long}/merge?handler=Merge        | 400 | supervisor
        POST /inbox/contacts/{id:long}/merge?handler=Part         | 400 | supervisor
        GET  /inbox/looks                                         | 200 | supervisor coordinator
        GET  /inbox/looks/policy                                  | 200 | supervisor coordinator
        POST /inbox/looks/policy                                  | 400 | supervisor coordinator
        GET  /inbox/looks/{id:long}                               | 404 | supervisor coordinator
        POST /inbox/looks/{id:long}                               | 400 | supervisor coordinator
        GET  /inbox/quarantine                                    | 200 | operator supervisor analyst evidence
        GET  /inbox/quarantine/{id:long}                          | 404 | operator supervisor analyst evidence
        POST /inbox/quarantine/{id:long}                          | 400 | operator supervisor analyst evidence
        GET  /inbox/replies/{id:long}/pictures/{number:int}       | 404 | operator supervisor analyst evidence
        GET  /inbox/rules                                         | 200 | supervisor administrator
        GET  /inbox/rules/{id}                                    | 404 | supervisor administrator
        POST /inbox/rules/{id}                                    | 400 | supervisor administrator
        POST /inbox/rules/{id}?handler=Try                        | 400 | supervisor administrator
        GET  /inbox/rules/triage                                   | 200 | supervisor administrator
        POST /inbox/rules/triage                                   | 400 | supervisor administrator
        GET  /inbox/undo/{act:long}                               | 302 | operator supervisor analyst evidence
        POST /inbox/undo/{act:long}                               | 400 | operator supervisor analyst evidence
        GET  /inbox/{id:long?}                                    | 404 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=Acknowledge                | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=Claim                      | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=Decide                     | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=DecideGrade                 | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=DropView                   | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=Move                       | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=Note                       | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=Pass                       | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=Presence                   | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=Reply                      | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=SaveView                   | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=Several                    | 400 | operator supervisor analyst evidence
        POST /inbox/{id:long?}?handler=Tags                       | 400 | operator supervisor analyst evidence
        GET  /inbox/{id:long}/acknowledge                         | 302 | operator supervisor
        POST /inbox/{id:long}/acknowledge                         | 400 | operator supervisor
        GET  /incidents                                           | 200 | operator supervisor analyst evidence
        GET  /incidents/assess/{conversation:long}                | 404 | operator supervisor
        POST /incidents/assess/{conversation:long}                | 400 | operator supervisor
        GET  /incidents/hand-overs                                | 200 | supervisor
        GET  /incidents/hand-overs/{id:long}/acknowledge          | 200 | operator supervisor
        POST /incidents/hand-overs/{id:long}/acknowledge          | 400 | operator supervisor
        POST /incidents/hand-overs?handler=Settle                 | 400 | supervisor
        GET  /incidents/join/{conversation:long}                  | 404 | operator supervisor
        POST /incidents/join/{conversation:long}                  | 400 | operator supervisor
        GET  /incidents/map/boundaries                            | 200 | operator supervisor analyst evidence
        GET  /incidents/new                                       | 200 | operator supervisor
        POST /incidents/new                                       | 400 | operator supervisor
        GET  /incidents/offers                                    | 200 | supervisor
        GET  /incidents/offers/{id:long}                          | 404 | supervisor
        GET  /incidents/offers/{id:long}/acknowledge              | 200 | supervisor
        POST /incidents/offers/{id:long}/acknowledge              | 400 | supervisor
        POST /incidents/offers/{id:long}?handler=Accept           | 400 | supervisor
        POST /incidents/offers/{id:long}?handler=Refuse           | 400 | supervisor
        GET  /incidents/{id:long}                                 | 404 | operator supervisor analyst evidence
        GET  /incidents/{id:long}/assess                          | 404 | operator supervisor
        POST /incidents/{id:long}/assess                          | 400 | operator supervisor
        GET  /incidents/{id:long}/close                           | 404 | supervisor
        POST /incidents/{id:long}/close                           | 400 | supervisor
        GET  /incidents/{id:long}/conversations                   | 404 | operator supervisor
        POST /incidents/{id:long}/conversations?handler=Join      | 400 | operator supervisor
        POST /incidents/{id:long}/conversations?handler=JoinFound | 400 | operator supervisor
        POST /incidents/{id:long}/conversations?handler=Split     | 400 | operator supervisor
        GET  /incidents/{id:long}/correct                         | 404 | operator supervisor
        POST /incidents/{id:long}/correct                         | 400 | operator supervisor
        GET  /incidents/{id:long}/decision                        | 404 | operator supervisor
        POST /incidents/{id:long}/decision                        | 400 | operator supervisor
        GET  /incidents/{id:long}/grade                           | 404 | operator supervisor
        POST /incidents/{id:long}/grade                           | 400 | operator supervisor
        GET  /incidents/{id:long}/hand-over                       | 404 | operator supervisor
        POST /incidents/{id:long}/hand-over?handler=Answer        | 400 | operator supervisor
        POST /incidents/{id:long}/hand-over?handler=Send          | 400 | operator supervisor
        GET  /incidents/{id:long}/note                            | 404 | operator supervisor
        POST /incidents/{id:long}/note                            | 400 | operator supervisor
        GET  /incidents/{id:long}/people                          | 404 | operator supervisor
        POST /incidents/{id:long}/people?handler=Add              | 400 | operator supervisor
        POST /incidents/{id:long}/people?handler=Link             | 400 | operator supervisor
        POST /incidents/{id:long}/people?handler=Remove           | 400 | operator supervisor
        POST /incidents/{id:long}/people?handler=Unlink           | 400 | operator supervisor
        GET  /incidents/{id:long}/place                           | 404 | operator supervisor
        POST /incidents/{id:long}/place                           | 400 | operator supervisor
        GET  /incidents/{id:long}/recording                       | 404 | operator supervisor
        POST /incidents/{id:long}/recording                       | 400 | operator supervisor
        GET  /incidents/{id:long}/recording/acknowledge           | 404 | operator supervisor
        POST /incidents/{id:long}/recording/acknowledge           | 400 | operator supervisor
        GET  /incidents/{id:long}/tasks                           | 404 | operator supervisor
        GET  /incidents/{id:long}/tasks/{task:long}/acknowledge   | 404 | operator supervisor
        POST /incidents/{id:long}/tasks/{task:long}/acknowledge   | 400 | operator supervisor
        POST /incidents/{id:long}/tasks?handler=End               | 400 | operator supervisor
        POST /incidents/{id:long}/tasks?handler=Pass              | 400 | operator supervisor
        POST /incidents/{id:long}/tasks?handler=Set               | 400 | operator supervisor
        POST /incidents/{id:long}?handler=Deploy                  | 400 | operator supervisor analyst evidence
        POST /incidents/{id:long}?handler=Take                    | 400 | operator supervisor analyst evidence
        GET  /language                                            | 200 | anybody
        POST /language                                            | 400 | anybody
        GET  /people                                              | 200 | administrator
        GET  /people/new                                          | 200 | administrator
        POST /people/new                                          | 400 | administrator
        GET  /people/{id:long}                                    | 404 | administrator
        POST /people/{id:long}?handler=Disable                    | 400 | administrator
        POST /people/{id:long}?handler=EndSession                 | 400 | administrator
        POST /people/{id:long}?handler=Give                       | 400 | administrator
        POST /people/{id:long}?handler=Rename                     | 400 | administrator
        POST /people/{id:long}?handler=Reset                      | 400 | administrator
        POST /people/{id:long}?handler=Take                       | 400 | administrator
        POST /people/{id:long}?handler=Unlock                     | 400 | administrator
        GET  /plugins                                             | 200 | administrator
        GET  /privacy                                             | 200 | anybody
        GET  /publishing/deliveries                               | 200 | operator supervisor author approver analyst
        GET  /publishing/deliveries/{id:long}                     | 404 | operator supervisor author approver analyst
        GET  /publishing/deliveries/{id:long}/acknowledge         | 200 | operator supervisor author approver analyst
        POST /publishing/deliveries/{id:long}/acknowledge         | 400 | operator supervisor author approver analyst
        POST /publishing/deliveries/{id:long}?handler=Delete      | 400 | operator supervisor author approver analyst
        POST /publishing/deliveries/{id:long}?handler=Settle      | 400 | operator supervisor author approver analyst
        POST /publishing/deliveries/{id:long}?handler=Stop        | 400 | operator supervisor author approver analyst
        GET  /publishing/pause                                    | 200 | operator supervisor author approver analyst
        GET  /publishing/pause/{id:long}/acknowledge              | 200 | operator supervisor author approver analyst
        POST /publishing/pause/{id:long}/acknowledge              | 400 | operator supervisor author approver analyst
        POST /publishing/pause?handler=Pause                      | 400 | operator supervisor author approver analyst
        POST /publishing/pause?handler=Resume                     | 400 | operator supervisor author approver analyst
        GET  /roles                                               | 200 | administrator
        GET  /roles/new                                           | 200 | administrator
        POST /roles/new                                           | 400 | administrator
        GET  /roles/{id:long}                                     | 404 | administrator
        POST /roles/{id:long}?handler=Retire                      | 400 | administrator
        POST /roles/{id:long}?handler=Save                        | 400 | administrator
        GET  /search                                              | 302 | operator supervisor analyst evidence
        GET  /sign-in                                             | 302 | anybody
        POST /sign-in                                             | 400 | anybody
        GET  /sign-in/recovery                                    | 302 | anybody
        POST /sign-in/recovery                                    | 400 | anybody
        GET  /sign-in/second-factor                               | 302 | anybody
        POST /sign-in/second-factor                               | 400 | anybody
        GET  /sign-in/set-up/{token}                              | 410 | anybody
        POST /sign-in/set-up/{token}                              | 400 | anybody
        GET  /sign-out                                            | 200 | anybody
        POST /sign-out                                            | 400 | anybody
        GET  /teams                                               | 200 | administrator
        POST /teams                                               | 400 | administrator
        GET  /teams/{id:long}                                     | 404 | administrator
        POST /teams/{id:long}?handler=Close                       | 400 | administrator
        POST /teams/{id:long}?handler=Save                        | 400 | administrator
        GET  /wrong/{code:int?}                                   | 200 | anybody
        """;

    public static IReadOnlyList<Allowed> All { get; } = [.. Table.Split('\n').Select(Read)];

    private static Allowed Read(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        var place = cells[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(place[0], place[1], int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), cells[2].Split(' '));
    }
}

/// <param name="Method">GET or POST.</param>
/// <param name="Route">The route, with the handler where there is one.</param>
/// <param name="Status">What those who may are answered.</param>
/// <param name="Roles">Who may.</param>
internal sealed record Allowed(string Method, string Route, int Status, IReadOnlyList<string> Roles)
{
    public bool May(string role) => Roles.Contains(role) || IsForAnybody || Roles.Contains(WhoMayWhat.Everybody);

    public bool IsForAnybody => Roles.Contains(WhoMayWhat.Anybody);
}
