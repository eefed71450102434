using Microsoft.Extensions.Configuration.Memory;

namespace Tidemark.Collector.Hosting;

/// <summary>Settings that hold until any other source says otherwise.</summary>
internal static class DefaultSettings
{
    private static readonly Dictionary<string, string?> Values = new()
    {
        // One line per request would drown what an operator needs to see.
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",

        // Kestrel quotes a header that it cannot read, and that may be one with a key. Also where all else is wanted in full.
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.BadRequests"] = "None",

        // Kestrel's worst level for what one client can make it write as often as it likes (streams reset faster than they are cleared away, a
        // broken queue of one connection). Its metric kestrel.connection.duration counts them by error.type.
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.Http2"] = "None",

        // The collector logs its own listeners, by what they are for.
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",

        // One line per message, with its time. Why a start failed goes to standard error.
        ["Logging:Console:FormatterName"] = "simple",
        ["Logging:Console:FormatterOptions:SingleLine"] = "true",
        ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true",
        ["Logging:Console:FormatterOptions:TimestampFormat"] = "yyyy-MM-ddTHH:mm:ss.fffZ ",
        ["Logging:Console:LogToStandardErrorThreshold"] = "Critical",
    };

    public static void AddDefaultSettings(this IConfigurationManager configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Values });
}
