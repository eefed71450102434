namespace Tidemark.Instrumentation.Telemetry;

/// <summary>
/// Runs code that may call third-party code (listeners, samplers, callbacks): exceptions are reported to the event source, not to the app.
/// </summary>
internal static class Guard
{
    public static void Run<TState>(Action<TState> action, TState state, string what)
    {
#pragma warning disable CA1031 // Telemetry must never throw into the app.
        try
        {
            action(state);
        }
        catch (Exception exception)
        {
            TidemarkEventSource.Log.Failed(what, exception);
        }
#pragma warning restore CA1031
    }

    public static TResult? Run<TState, TResult>(Func<TState, TResult?> function, TState state, string what)
    {
#pragma warning disable CA1031 // See above.
        try
        {
            return function(state);
        }
        catch (Exception exception)
        {
            TidemarkEventSource.Log.Failed(what, exception);
            return default;
        }
#pragma warning restore CA1031
    }
}
