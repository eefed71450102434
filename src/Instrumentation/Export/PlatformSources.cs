namespace Tidemark.Instrumentation.Export;

/// <summary>Sources and meters of the platform and of AI libraries that need no package to be heard.</summary>
internal static class PlatformSources
{
    /// <summary>Spans of AI libraries; the collector counts each call once, whoever tells of it.</summary>
    public static readonly string[] GenAi =
    [
        "Experimental.Microsoft.Extensions.AI*",
        "Experimental.Microsoft.Agents.AI*",
        "Microsoft.Agents.AI*",
        "Microsoft.SemanticKernel*",
    ];

    public static readonly string[] Spans = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql"];

    public static readonly string[] Meters = ["System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];
}
