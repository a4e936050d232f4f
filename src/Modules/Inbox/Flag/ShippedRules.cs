namespace PoliceSocial.Inbox.Flag;

/// <summary>
/// The rules that a new installation starts with; from then on they are the force's own. Better one alarm too many than one too few:
/// what is left out is left out by the phrase around it, and by a word elsewhere in the message only where songs, sport and news speak.
/// </summary>
internal static class ShippedRules
{
    private static readonly string[] NotMeant =
        ["lyrics", "song", "album", "film", "movie", "episode", "netflix", "box set", "video game", "fifa", "quiz", "trailer", "new series", "the novel"];

    /// <summary>What others report of what is over, or is elsewhere.</summary>
    private static readonly string[] News =
    [
        "rt", "breaking", "bbc news", "sky news", "itv news", "daily mail", "the guardian", "reuters", "telegraph", "cnn", "al jazeera", "live updates", "headline*",
        "death toll", "killed in", "court heard", "inquest", "sentenced", "jailed", "on trial", "anniversary", "memorial", "tribute*", "rip", "prayers", "praying",
        "thoughts and prayers", "condolences", "hearts go out", "documentary", "history of", "years ago", "manhunt",
    ];

    private static readonly string[] Sport =
        ["goal", "goals", "striker", "midfield*", "offside", "referee", "premier league", "champions league", "half time", "penalty", "free kick", "defender*", "winger*", "wicket*", "snooker", "darts"];

    public static IReadOnlyList<(string Name, RuleDefinition Definition)> All =>
    [
        ("Danger to their own life", new()
        {
            Any = ["suicid*", "kill myself", "end my life", "end it all", "want to die", "wanna die", "overdos*", "going to jump", "took all my tablets",
                "taken tablets", "cant go on", "no reason to live", "better off without me", "self harm*", "cutting myself", "hang myself"],
            Except = ["suicide squad", "suicide bomb*", "career suicide", "political suicide", "commercial suicide", "social suicide", "suicide prevention day",
                "want to die laughing", "wanna die laughing", "want to die of embarrassment", "want to die of shame", "overdosed on chocolate", "overdose of turkey",
                "cant go on holiday*", "cant go on the", "cant go on monday", "cant go on my", "going to jump in", "going to jump on", "going to jump ship", "going to jump the queue"],
            Unless = NotMeant,
        }),
        ("Danger to their own life, said outright", new()
        {
            Any = ["going to kill myself", "gonna kill myself", "about to kill myself", "going to end my life", "gonna end my life", "i have taken tablets", "ive taken tablets",
                "ive taken an overdose", "ive overdosed", "took all my tablets", "i dont want to be here any more", "i dont want to be here anymore", "this is my goodbye"],
        }),
        ("Sighting on one of our posts", new()
        {
            OnOurPosts = true,
            Any = ["saw her", "saw him", "seen her", "seen him", "saw them", "seen them", "served her", "served him", "i saw this", "just seen", "just saw",
                "just served", "spotted her", "spotted him", "she was in", "he was in", "she is at", "he is at", "shes at", "hes at", "shes here", "hes here",
                "walked past me", "spoke to her", "spoke to him", "gave her a lift", "gave him a lift", "i recognise", "i know where"],
        }),
        ("Weapon", new()
        {
            Together =
            [
                ["knife", "knives", "machete*", "gun", "guns", "firearm*", "shotgun", "sword", "axe", "weapon*", "acid", "stab*"],
                ["now", "help", "outside", "coming", "bleeding", "blood", "threat*", "chasing", "running", "just", "happening", "got a", "has a", "hes got", "theyve got",
                    "with a", "waving", "pulled", "thrown"],
            ],
            Except = ["gun jumping", "jumping the gun", "jump the gun", "top gun", "water gun", "toy gun", "speed gun", "nerf gun", "glue gun", "stick to your guns", "sticking to their guns",
                "acid test", "acid house", "acid jazz", "acid reflux", "battle axe", "axe the", "to axe", "knife edge", "stab in the dark", "stab at", "stable*", "stabil*", "butter knife",
                "knife amnesty", "knife crime", "double edged sword", "secret weapon", "not just", "just a minute", "just asking", "just wondering"],
            Unless = [.. NotMeant, .. News],
        }),
        ("Violence", new()
        {
            Together =
            [
                ["shot", "shots", "shooting", "attack*", "beating", "beaten", "kicking his head", "kicking her head", "fighting", "brawl*", "battered"],
                ["now", "help", "outside", "coming", "bleeding", "blood", "threat*", "chasing", "running", "happening", "got a", "has a", "hes got", "theyve got", "somebody", "someone",
                    "gang", "on the floor", "on the ground"],
            ],
            Except = ["heart attack", "panic attack*", "shot of", "hot shot", "good shot", "great shot", "what a shot", "flu shot*", "shot in the arm", "long shot", "screen shot*", "photo shoot*",
                "shooting star*", "fighting fit", "fighting fund", "fighting crime", "fish in batter", "attack on the budget", "cyber attack*"],
            Unless = [.. NotMeant, .. News, .. Sport],
        }),
        ("Life in danger", new()
        {
            Any = ["not breathing", "isnt breathing", "stopped breathing", "unconscious", "wont wake up", "isnt responding", "house fire", "flat is on fire", "house is on fire",
                "car is on fire", "drowning", "in the river", "in the canal", "on the tracks", "on the wrong side of the bridge", "bleeding out", "having a heart attack"],
            Except = ["drowning in paperwork", "drowning in work", "drowning in debt", "drowning in emails", "drowning my sorrows", "drowning our sorrows", "unconscious bias", "fish in the river",
                "fishing in the river", "litter in the river", "rubbish in the canal", "trolley in the canal", "trolleys in the canal", "plastic in the river", "sewage in the river",
                "leaves on the tracks"],
            Unless = [.. NotMeant, .. News, .. Sport],
        }),
        ("Life in danger, here and now", new()
        {
            Together =
            [
                ["trapped", "collapsed", "on fire", "crushed", "heart attack", "choking", "fitting", "seizure", "electrocuted", "fell from", "fallen from", "run over", "bleeding"],
                ["help", "hurry", "now", "please", "ambulance", "my", "she", "he", "someone", "somebody", "inside", "outside", "child", "baby", "man", "woman", "people"],
            ],
            Except = ["on fire tonight", "on fire today", "on fire lately", "on fire this season", "is on fire with", "absolutely on fire", "team is on fire", "were on fire", "collapsed laughing", "crushed it",
                "crushed them", "crushed the", "trapped wind", "nearly had a heart attack", "gave me a heart attack", "giving me a heart attack", "fitting end", "fitting tribute", "fitting room*",
                "bleeding hell", "bleeding edge", "bleeding heart*", "bleeding obvious", "run over by the budget"],
            Unless = [.. NotMeant, .. News, .. Sport],
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
            Except = ["lost property", "lost the match", "lost the game", "lost my phone", "lost his phone", "lost her phone", "hit the nail", "greatest hit", "hit single", "dog groom*", "pet groom*", "taken over",
                "taken aback", "taken the bins", "lost his shoe", "lost her shoe", "lost a shoe", "lost a glove", "lost glove*", "lost shoe*", "missing sock*", "alone time", "let alone", "kid you not"],
            Unless = [.. NotMeant, .. News, .. Sport],
        }),
        ("Asks for help now", new()
        {
            Any = ["please help me", "help me please", "please help us", "send police", "send the police", "send someone", "need police", "need the police", "call 999",
                "ring 999", "rang 999", "called 999", "cant ring", "cant call", "cant speak", "cannot speak", "someone help", "somebody help", "this is an emergency",
                "its an emergency", "got an emergency", "have an emergency", "real emergency", "emergency please", "emergency help", "help emergency"],
            Except = ["dont call 999", "do not call 999", "when to call 999", "only call 999", "cant speak highly enough", "cant speak welsh", "cannot speak welsh", "cant call it", "cant call myself",
                "not an emergency", "send someone to fix", "send someone to look at the pothole*", "please help me find a form", "please help me with my passport"],
        }),
        ("Bomb or attack", new()
        {
            Any = ["bomb", "bombs", "explosi*", "suspicious package", "suspicious bag", "hostage*", "terror*", "grenade"],
            Except = ["photo bomb*", "bath bomb*", "seed bomb*", "jager bomb*", "da bomb", "the bomb disposal team visited", "cost a bomb", "costs a bomb", "explosive start", "explosive pace", "explosive growth",
                "terrorise the pigeons", "terrorised by gulls", "little terror", "holy terror", "terrors"],
            Unless = [.. NotMeant, .. News, .. Sport, "photobomb"],
        }),
    ];
}
