namespace Tidemark.Collector.Store.Embedded;

/// <summary>Log messages of the embedded PostgreSQL. Event ids 2900 to 2919, within the store's range.</summary>
internal static partial class EmbeddedLog
{
    [LoggerMessage(2900, LogLevel.Information, "PostgreSQL (process {Pid}) accepts connections on 127.0.0.1:{Port}; its data is in {Directory}")]
    public static partial void Started(ILogger logger, int pid, int port, string directory);

    [LoggerMessage(2901, LogLevel.Information, "Took over PostgreSQL (process {Pid}, port {Port}), which an earlier collector left running")]
    public static partial void Adopted(ILogger logger, int pid, int port);

    [LoggerMessage(2902, LogLevel.Error, "PostgreSQL (process {Pid}) exited unexpectedly; restarting it")]
    public static partial void Died(ILogger logger, int pid);

    [LoggerMessage(2903, LogLevel.Error, "PostgreSQL could not be restarted; next attempt in {Pause}")]
    public static partial void NotRestarted(ILogger logger, Exception exception, TimeSpan pause);

    [LoggerMessage(2905, LogLevel.Information, "Creating a PostgreSQL {Major} cluster in {Directory}")]
    public static partial void Initialising(ILogger logger, int major, string directory);

    [LoggerMessage(
        2906, LogLevel.Warning,
        "{Directory}, left by a start that was killed, could not be deleted; the next start that creates a cluster tries again: {Reason}")]
    public static partial void UnfinishedKept(ILogger logger, string directory, string reason);

    [LoggerMessage(2904, LogLevel.Warning, "PostgreSQL did not stop in time and was killed; it will recover at its next start ({Output})")]
    public static partial void StoppedHard(ILogger logger, string output);
}
