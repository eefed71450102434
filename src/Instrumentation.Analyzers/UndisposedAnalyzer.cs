using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Tidemark.Instrumentation.Analyzers;

/// <summary>Sessions and operations that can no longer be disposed: thrown away, or held by a local that is only called on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class UndisposedAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.Undisposed);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Starts(call.TargetMethod) && IsLost(call))
            context.ReportDiagnostic(Diagnostic.Create(Rules.Undisposed, call.Syntax.GetLocation(), call.TargetMethod.Name));
    }

    private static bool Starts(IMethodSymbol method) =>
        (method.Name.StartsWith("Start", StringComparison.Ordinal) || method.Name == "ContinueSession")
        && method.ContainingType is { Name: "TidemarkClient" or "TidemarkSession" } type
        && type.ContainingNamespace.ToDisplayString() == Rules.Namespace
        && method.ReturnType.AllInterfaces.Any(static known => known.SpecialType == SpecialType.System_IDisposable);

    private static bool IsLost(IOperation started)
    {
        var value = started;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => IsHeldInVain(declarator),
            { } use => IsCalledOn(use, value),
            null => false,
        };
    }

    private static bool IsHeldInVain(IVariableDeclaratorOperation declarator)
    {
        IOperation scope = declarator;
        while (scope.Parent is { } parent)
        {
            if (scope is IUsingDeclarationOperation or IUsingOperation)
                return false;
            scope = parent;
        }

        return !scope.Descendants().OfType<ILocalReferenceOperation>()
            .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol) && !IsCalledOn(reference.Parent, reference));
    }

    /// <summary>
    /// Whether something else than <c>Dispose</c> or <c>End</c> is called on it, and no more: passed on, stored or returned, other code may dispose it.
    /// </summary>
    private static bool IsCalledOn(IOperation? use, IOperation value) => use switch
    {
        IInvocationOperation call => ReferenceEquals(call.Instance, value) && call.TargetMethod.Name is not ("Dispose" or "End"),
        IMemberReferenceOperation member => ReferenceEquals(member.Instance, value),
        _ => false,
    };
}
