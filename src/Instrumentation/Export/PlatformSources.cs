namespace Tidemark.Instrumentation.Export;

/// <summary>Sources and meters of the platform and of AI libraries that need no package.</summary>
internal static class PlatformSources
{
    /// <summary>Sources of AI libraries; the collector counts each call once, whichever library reports it.</summary>
    public static readonly string[] GenAi =
    [
        "Experimental.Microsoft.Extensions.AI*",
        "Experimental.Microsoft.Agents.AI*",
        "Microsoft.Agents.AI*",
        "Microsoft.SemanticKernel*",
        "Experimental.ModelContextProtocol*",
        "OpenAI.*",
        "Anthropic*",
    ];

    public static readonly string[] Spans = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql"];

    /// <summary>ASP.NET Core leaves the attributes of its spans to instrumentation packages, unless configured otherwise.</summary>
    private const string SuppressWebAttributes = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    public static readonly string[] Meters = ["System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"];

    /// <summary>Makes ASP.NET Core set the attributes of its request spans; call before the app serves requests. The app's own setting wins.</summary>
    public static void DescribeWebRequests()
    {
        if (!AppContext.TryGetSwitch(SuppressWebAttributes, out _))
            AppContext.SetSwitch(SuppressWebAttributes, false);
    }
}
