namespace PoliceSocial.Inbox.Flag;

/// <summary>The rules that a new installation starts with; from then on they are the force's own.</summary>
internal static class ShippedRules
{
    private static readonly string[] NotMeant = ["lyrics", "song", "film", "movie", "episode", "netflix", "box set", "video game", "fifa", "quiz"];

    public static IReadOnlyList<(string Name, RuleDefinition Definition)> All =>
    [
        ("Danger to their own life", new()
        {
            Any = ["suicid*", "kill myself", "end my life", "end it all", "want to die", "wanna die", "overdos*", "going to jump", "took all my tablets",
                "taken tablets", "cant go on", "no reason to live", "better off without me", "self harm*", "cutting myself", "hang myself"],
            Unless = NotMeant,
        }),
        ("Sighting on one of our posts", new()
        {
            OnOurPosts = true,
            Any = ["saw her", "saw him", "seen her", "seen him", "saw them", "seen them", "served her", "served him", "i saw this", "just seen", "just saw",
                "just served", "spotted her", "spotted him", "she was in", "he was in", "she is at", "he is at", "shes at", "hes at", "shes here", "hes here",
                "walked past me", "spoke to her", "spoke to him", "gave her a lift", "gave him a lift", "i recognise", "i know where"],
        }),
        ("Weapon or violence", new()
        {
            Together =
            [
                ["knife", "knives", "machete*", "gun", "guns", "firearm*", "shotgun", "sword", "axe", "weapon*", "acid", "stab*", "shot", "shooting", "attack*", "beating"],
                ["now", "help", "outside", "coming", "bleeding", "blood", "threat*", "chasing", "running", "just", "happening", "got a", "has a", "hes got", "theyve got"],
            ],
            Unless = NotMeant,
        }),
        ("Life in danger", new()
        {
            Any = ["not breathing", "stopped breathing", "unconscious", "wont wake up", "isnt responding", "on fire", "house fire", "trapped", "drowning",
                "in the river", "in the canal", "on the tracks", "on the wrong side of the bridge", "collapsed", "heart attack", "bleeding out", "crushed"],
            Unless = NotMeant,
        }),
        ("Abuse at home", new()
        {
            Any = ["hes going to kill me", "shes going to kill me", "he hit me", "she hit me", "he hits me", "he beats me", "scared to go home", "scared of my husband",
                "scared of my partner", "wont let me leave", "locked me in", "strangled me", "choked me", "threatened to kill"],
        }),
        ("Child at risk", new()
        {
            Together =
            [
                ["child", "children", "kid", "kids", "baby", "toddler", "little girl", "little boy", "daughter", "son", "year old", "schoolgirl", "schoolboy"],
                ["missing", "taken", "snatched", "followed", "grabbed", "alone", "locked in", "screaming", "hurt", "hit", "lost", "abduct*", "groom*"],
            ],
            Unless = NotMeant,
        }),
        ("Asks for help now", new()
        {
            Any = ["please help me", "help me please", "send police", "send the police", "send someone", "need police", "need the police", "call 999",
                "ring 999", "rang 999", "cant ring", "cant call", "cant speak", "cannot speak", "someone help", "somebody help", "emergency"],
        }),
        ("Bomb or attack", new()
        {
            Any = ["bomb", "bombs", "explosi*", "suspicious package", "suspicious bag", "hostage*", "terror*", "grenade"],
            Unless = [.. NotMeant, "photobomb", "bath bomb", "bath bombs"],
        }),
    ];
}
