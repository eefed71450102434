using Microsoft.Extensions.Configuration.Memory;

namespace Tidemark.Collector.Hosting;

/// <summary>Settings that hold until any other source says otherwise.</summary>
internal static class DefaultSettings
{
    // One line per request would drown what an operator needs to see.
    private static readonly Dictionary<string, string?> Values = new() { ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning" };

    public static void AddDefaultSettings(this IConfigurationManager configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Values });
}
