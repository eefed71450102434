using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Tidemark.Instrumentation.Analyzers;

/// <summary>An app that adds Tidemark to its services and builds a provider beside them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class ProviderByHandAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableHashSet<string> Adders = ImmutableHashSet.Create("TidemarkServiceCollectionExtensions", "TidemarkHostExtensions");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.ProviderByHand);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var adds = new ConcurrentBag<IMethodSymbol>();
            var builds = new ConcurrentBag<IInvocationOperation>();
            start.RegisterOperationAction(
                context =>
                {
                    var call = (IInvocationOperation)context.Operation;
                    if (call.TargetMethod.Name == "AddTidemark" && Adders.Contains(call.TargetMethod.ContainingType.Name))
                        adds.Add(call.TargetMethod);
                    else if (IsBuilder(call.TargetMethod))
                        builds.Add(call);
                },
                OperationKind.Invocation);
            start.RegisterCompilationEndAction(context =>
            {
                if (adds.IsEmpty)
                    return;
                foreach (var call in builds)
                    context.ReportDiagnostic(Diagnostic.Create(Rules.ProviderByHand, call.Syntax.GetLocation(), call.TargetMethod.Name));
            });
        });
    }

    private static bool IsBuilder(IMethodSymbol method) =>
        method.Name is "CreateTracerProviderBuilder" or "CreateMeterProviderBuilder" or "CreateLoggerProviderBuilder"
        && method.ContainingType.ToDisplayString() == "OpenTelemetry.Sdk";
}
