namespace Tidemark.Instrumentation.Telemetry;

/// <summary>A snapshot of the options, taken when the client was created.</summary>
internal sealed record RecordingRules
{
    public static readonly RecordingRules Default = Of(new TidemarkOptions());

    private static volatile RecordingRules? _ofTheApp;

    private RecordingRules(GenAiConventions conventions)
    {
        UsesCurrentNames = (conventions & GenAiConventions.Current) != 0;
        UsesOlderNames = (conventions & GenAiConventions.Older) != 0;
    }

    /// <summary>The rules of the app's OpenTelemetry registration, for clients without options; the last registration wins.</summary>
    public static RecordingRules OfTheApp => _ofTheApp ?? Default;

    public bool UsesCurrentNames { get; }

    public bool UsesOlderNames { get; }

    public bool CapturesContent { get; private init; }

    public bool CapturesExceptionMessages { get; private init; }

    public int MaxContentLength { get; private init; }

    public bool PropagatesSessions { get; private init; }

    public static RecordingRules Of(TidemarkOptions options)
    {
        var optedIn = StandardVariables.ConventionsOf(Environment.GetEnvironmentVariable(StandardVariables.StabilityOptIn));
        var wanted = options.Conventions & GenAiConventions.Both;
        return new RecordingRules(optedIn ?? (wanted == 0 ? GenAiConventions.Current : wanted))
        {
            CapturesContent = options.CaptureContent,
            CapturesExceptionMessages = options.CaptureExceptionMessages,
            MaxContentLength = Math.Max(0, options.MaxContentLength),
            PropagatesSessions = options.PropagateSessions,
        };
    }

    public static void Enter(RecordingRules rules) => _ofTheApp = rules;

    public static void Leave(RecordingRules rules)
    {
        if (ReferenceEquals(_ofTheApp, rules))
            _ofTheApp = null;
    }

    /// <summary>Returns content as it may be recorded; <see langword="null"/> = not at all.</summary>
    public string? Admit(string? content)
    {
        if (!CapturesContent || content is null)
            return null;
        return content.Length <= MaxContentLength ? content : content.Substring(0, MaxContentLength);
    }
}
