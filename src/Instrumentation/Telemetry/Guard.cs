namespace Tidemark.Instrumentation.Telemetry;

/// <summary>
/// Runs what may call code of others (listeners, samplers, callbacks): its exceptions are reported to the event source, not to the app.
/// </summary>
internal static class Guard
{
    public static void Run<TState>(Action<TState> action, TState state, string what)
    {
#pragma warning disable CA1031 // The promise to the app is that telemetry never throws into it.
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
#pragma warning disable CA1031 // As above.
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
