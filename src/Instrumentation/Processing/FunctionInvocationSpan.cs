using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Metrics;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Processing;

/// <summary>
/// The span of a tool run that a function-invoking chat client records with our source: inside an agent's span with that span's source, otherwise with
/// the one that we provide. It has a span but no metrics, and its span contains the exception's message.
/// </summary>
internal static class FunctionInvocationSpan
{
    private const string Mark = "tidemark.lent";
    private const string Open = "open";
    private const string Measured = "measured";

    public static void Begin(Activity run)
    {
        if (IsOurs(run) && run.GetTagItem(GenAiAttributes.OperationName) as string == GenAiOperations.ExecuteTool)
            run.SetCustomProperty(Mark, Open);
    }

    /// <summary>Handled once, though an app may have several tracer providers, each with our processor.</summary>
    public static void End(Activity run, RecordingRules rules)
    {
        if (!IsOurs(run) || !ReferenceEquals(run.GetCustomProperty(Mark), Open))
            return;

        run.SetCustomProperty(Mark, Measured);
        if (!rules.CapturesExceptionMessages && run.Status == ActivityStatusCode.Error)
            run.SetStatus(ActivityStatusCode.Error);

        var identity = IdentityTags.Read(run);
        AgentRun.CountTool(identity.Session);
        RunMetrics.RecordTool(
            run.GetTagItem(GenAiAttributes.ToolName) as string ?? string.Empty,
            identity.Agent,
            run.GetTagItem(SessionAttributes.ErrorType) as string,
            run.Duration.TotalSeconds);
    }

    private static bool IsOurs(Activity run) =>
        ReferenceEquals(run.Source, TidemarkSource.Lent) || ReferenceEquals(run.Source, TidemarkSource.Activities);
}
