using Microsoft.Extensions.Configuration.Memory;

namespace Tidemark.Collector.Hosting;

/// <summary>Settings that hold until any other source says otherwise.</summary>
internal static class DefaultSettings
{
    private static readonly Dictionary<string, string?> Values = new()
    {
        // One line per request would drown what an operator needs to see.
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",

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
