using Microsoft.CodeAnalysis;

namespace Tidemark.Instrumentation.Analyzers;

/// <summary>What the compiler says about uses of the library that record less than they seem to.</summary>
internal static class Rules
{
    public const string Namespace = "Tidemark.Instrumentation";

    public static readonly DiagnosticDescriptor Undisposed = new(
        "TIDEMARK001",
        "Dispose what is started",
        "What '{0}' returns is never disposed: it never ends and is not recorded; write 'using'",
        "Usage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A session ends, and an operation is recorded, when it is disposed.");

    public static readonly DiagnosticDescriptor ProviderByHand = new(
        "TIDEMARK002",
        "Let AddTidemark and the app share their providers",
        "'{0}' builds a provider that the one of AddTidemark knows nothing of: spans may be sent twice; use 'services.AddOpenTelemetry()'",
        "Usage",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Providers that dependency injection builds are one set, in which each signal is exported once. One that is built by hand is not part of it.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
