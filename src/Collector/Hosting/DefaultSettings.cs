using Microsoft.Extensions.Configuration.Memory;

namespace Tidemark.Collector.Hosting;

/// <summary>Settings that apply unless another source overrides them.</summary>
internal static class DefaultSettings
{
    private static readonly Dictionary<string, string?> Values = new()
    {
        // One line per request would bury what an operator needs to see.
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",

        // Kestrel logs headers that it cannot parse, which may contain a key. Off even at the most verbose level.
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.BadRequests"] = "None",

        // Kestrel logs at its highest level what any client can cause at will (streams reset faster than they are cleaned up, a broken queue of one
        // connection). Its metric kestrel.connection.duration counts these by error.type.
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.Http2"] = "None",

        // The collector logs its listeners itself, by purpose.
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",

        // One line per message, with a timestamp. Reasons for a failed start go to standard error.
        ["Logging:Console:FormatterName"] = "simple",
        ["Logging:Console:FormatterOptions:SingleLine"] = "true",
        ["Logging:Console:FormatterOptions:UseUtcTimestamp"] = "true",
        ["Logging:Console:FormatterOptions:TimestampFormat"] = "yyyy-MM-ddTHH:mm:ss.fffZ ",
        ["Logging:Console:LogToStandardErrorThreshold"] = "Critical",
    };

    public static void AddDefaultSettings(this IConfigurationManager configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Values });
}
