namespace Tidemark.Collector.Store.Embedded;

/// <summary>Command-line settings of the server: loopback only, sized for small machines with many writes.</summary>
internal static class ServerSettings
{
    public static readonly IReadOnlyDictionary<string, string> Defaults = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["listen_addresses"] = "127.0.0.1",
        ["unix_socket_directories"] = "",
        ["max_connections"] = "100",
        // A query without a time range locks each day's partition and its indexes; many may run concurrently.
        ["max_locks_per_transaction"] = "256",
        ["shared_buffers"] = "384MB",
        ["work_mem"] = "16MB",
        ["maintenance_work_mem"] = "128MB",
        ["synchronous_commit"] = "on",
        ["wal_buffers"] = "16MB",
        ["min_wal_size"] = "256MB",
        ["max_wal_size"] = "4GB",
        ["checkpoint_timeout"] = "15min",
        ["random_page_cost"] = "1.1",
        ["jit"] = "off",
        ["autovacuum_naptime"] = "15s",
        ["TimeZone"] = "UTC",
        ["log_timezone"] = "UTC",
        // One file per weekday, truncated when the day comes round: bounded without a rotation tool.
        ["logging_collector"] = "on",
        ["log_directory"] = "log",
        ["log_filename"] = "postgresql-%a.log",
        ["log_rotation_age"] = "1d",
        ["log_rotation_size"] = "0",
        ["log_truncate_on_rotation"] = "on",
        ["log_checkpoints"] = "off",
        // The statement of an error may contain content that must not be logged.
        ["log_min_error_statement"] = "panic",
    };

    /// <summary>Command-line arguments: the defaults, overridden by the user's settings.</summary>
    public static IEnumerable<string> Arguments(int port, IEnumerable<KeyValuePair<string, string>> own)
    {
        var settings = new Dictionary<string, string>(Defaults, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in own) settings[name] = value;
        settings["port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" });
    }
}
