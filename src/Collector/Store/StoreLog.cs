using Tidemark.Collector.Store.Distributed;

namespace Tidemark.Collector.Store;

/// <summary>Event ids 2000 to 2999.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(2000, LogLevel.Information, "Database ready: PostgreSQL {Version}, schema version {Schema}.")]
    public static partial void DatabaseReady(this ILogger logger, string version, string schema);

    [LoggerMessage(2001, LogLevel.Warning, "Database unavailable: {Reason} Senders are asked to retry; the collector keeps reconnecting.")]
    public static partial void DatabaseAway(this ILogger logger, string reason);

    [LoggerMessage(2002, LogLevel.Information, "Database available again.")]
    public static partial void DatabaseBack(this ILogger logger);

    [LoggerMessage(2003, LogLevel.Critical, "Cannot use the database: {Reason}")]
    public static partial void DatabaseUnusable(this ILogger logger, string reason);

    [LoggerMessage(
        2004, LogLevel.Warning,
        "This machine's clock is {Seconds:0} s {Where} the database's. The collector uses the database's clock; correct the one that is wrong.")]
    public static partial void ClockWrong(this ILogger logger, double seconds, string where);

    [LoggerMessage(2005, LogLevel.Information, "This machine's clock agrees with the database's again.")]
    public static partial void ClockRight(this ILogger logger);

    [LoggerMessage(2006, LogLevel.Information, "Replica ready: the HTTP API and the live stream read from it.")]
    public static partial void ReplicaReady(this ILogger logger);

    [LoggerMessage(
        2007, LogLevel.Warning,
        "Replica unavailable (Tidemark:Store:ReadConnectionString): {Reason} The HTTP API answers 503 and the live stream waits; ingest continues.")]
    public static partial void ReplicaAway(this ILogger logger, string reason);

    [LoggerMessage(
        2008, LogLevel.Warning, "Worker {Worker} unavailable: {Reason} Senders of what its shards hold are asked to retry; the other workers continue.")]
    public static partial void WorkerAway(this ILogger logger, ServerAddress worker, string reason);

    [LoggerMessage(2009, LogLevel.Information, "Worker {Worker} available again.")]
    public static partial void WorkerBack(this ILogger logger, ServerAddress worker);

    [LoggerMessage(2010, LogLevel.Debug, "Applied migration {Migration}.")]
    public static partial void MigrationApplied(this ILogger logger, string migration);

    [LoggerMessage(2013, LogLevel.Information, "Database schema migrated to {Newest}: {Steps} migrations applied, views and functions {Objects}.")]
    public static partial void SchemaChanged(this ILogger logger, string newest, int steps, string objects);

    [LoggerMessage(
        2012, LogLevel.Information, "Views and functions were written by version {Newer} of the collector; this version, {Version}, does not replace them.")]
    public static partial void NewerViewsKept(this ILogger logger, Version newer, Version version);

    [LoggerMessage(
        2011, LogLevel.Warning,
        "Cannot create or alter the role tidemark_reader, with which Grafana reads ({Reason}). Have an administrator create it once, as the operations guide "
            + "shows, and remove Tidemark:Store:ReaderPasswordFile.")]
    public static partial void ReaderNotMade(this ILogger logger, string reason);

    [LoggerMessage(
        2014, LogLevel.Warning,
        "Ended sessions of tidemark_reader that exceeded a limit, {Sessions} in all: {Limits}. See Tidemark:Store:ReaderStatementTimeout and "
            + "Tidemark:Store:ReaderTransactionTimeout; no reader may block others or take many advisory locks.")]
    public static partial void ReadersEnded(this ILogger logger, long sessions, string limits);

    [LoggerMessage(
        2015, LogLevel.Warning,
        "Cannot end sessions of tidemark_reader: they can exceed their time limits and block an upgrade. Have an administrator GRANT tidemark_reader to the "
            + "collector's role.")]
    public static partial void ReaderUnwatched(this ILogger logger);

    [LoggerMessage(
        2016, LogLevel.Warning,
        "Restored settings that tidemark_reader changed on itself: {What}. Anyone with its password can do this; find out who did.")]
    public static partial void ReaderRestored(this ILogger logger, string what);

    [LoggerMessage(
        2017, LogLevel.Warning,
        "tidemark_reader cannot log in with the password of its file although it has just been set: look at the pooler's list of users or at pg_hba.conf. The "
            + "collector sets it again at the next start.")]
    public static partial void ReaderRefused(this ILogger logger);

    [LoggerMessage(2020, LogLevel.Information, "Partitions of {Table}: {Made} created ahead, {Dropped} dropped by age.")]
    public static partial void PartitionsKept(this ILogger logger, string table, int made, int dropped);

    [LoggerMessage(
        2021, LogLevel.Information,
        "Partition of {Table} for {Day} has expired but is in use; retrying on the next run.")]
    public static partial void PartitionInUse(this ILogger logger, string table, DateOnly day);

    [LoggerMessage(
        2022, LogLevel.Error,
        "No partition of {Table} can be created for {Days}, as rows of these days are in quarantine; further ones are stored there too. Move them as the "
            + "runbook quarantine.md shows.")]
    public static partial void PartitionsBlocked(this ILogger logger, string table, string days);

    [LoggerMessage(
        2031, LogLevel.Critical, "Rollups differ from the operations by up to {Drift}: see tidemark.rollup_drift. Please report this.")]
    public static partial void RollupsDrifted(this ILogger logger, long drift);

    [LoggerMessage(
        2030, LogLevel.Error, "{Work} failed ({Failures} in a row) and is retried every {Interval}; a failure that lasts is logged once a minute. {Reason}")]
    public static partial void WorkFailed(this ILogger logger, string work, int failures, TimeSpan interval, string reason, Exception exception);

    [LoggerMessage(2032, LogLevel.Information, "{Work} succeeded again after {Failures} failures.")]
    public static partial void WorkSucceeded(this ILogger logger, string work, int failures);
}
