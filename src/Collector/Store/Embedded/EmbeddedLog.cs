namespace Tidemark.Collector.Store.Embedded;

/// <summary>Log messages of the embedded PostgreSQL. Event ids 2900 to 2919, within the store's range.</summary>
internal static partial class EmbeddedLog
{
    [LoggerMessage(2900, LogLevel.Information, "PostgreSQL (process {Pid}) takes connections on 127.0.0.1:{Port}; its data is in {Directory}")]
    public static partial void Started(ILogger logger, int pid, int port, string directory);

    [LoggerMessage(2901, LogLevel.Information, "Took over PostgreSQL (process {Pid}, port {Port}), which an earlier collector left running")]
    public static partial void Adopted(ILogger logger, int pid, int port);

    [LoggerMessage(2902, LogLevel.Error, "PostgreSQL (process {Pid}) has died; starting it again")]
    public static partial void Died(ILogger logger, int pid);

    [LoggerMessage(2903, LogLevel.Error, "PostgreSQL could not be started again; next try in {Pause}")]
    public static partial void NotRestarted(ILogger logger, Exception exception, TimeSpan pause);

    [LoggerMessage(2905, LogLevel.Information, "Making a PostgreSQL {Major} cluster in {Directory}")]
    public static partial void Initialising(ILogger logger, int major, string directory);

    [LoggerMessage(
        2906, LogLevel.Warning,
        "{Directory}, which a killed start left, could not be deleted and is tried again at the next start that makes a cluster: {Reason}")]
    public static partial void UnfinishedKept(ILogger logger, string directory, string reason);

    [LoggerMessage(2904, LogLevel.Warning, "PostgreSQL did not stop in time and is cut off; it will recover at its next start ({Output})")]
    public static partial void StoppedHard(ILogger logger, string output);
}
