using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using Tidemark.Instrumentation.Analyzers;

namespace Tidemark.Instrumentation.Tests.Analyzers;

/// <summary>The compiler's diagnostics for an app's code.</summary>
public sealed class AnalyzerTests
{
    /// <summary>One type of each library that the code uses.</summary>
    private static readonly Type[] Used = [typeof(TidemarkClient), typeof(ServiceCollection), typeof(IServiceCollection), typeof(Sdk), typeof(BaseProcessor<>)];

    [Theory]
    [InlineData("""tidemark.StartSession("s-1");""")]
    [InlineData("""_ = tidemark.StartSession("s-1");""")]
    [InlineData("""tidemark.Current.StartTool("search");""")]
    [InlineData("""tidemark.StartSession("s-1").SetName("a name");""")]
    [InlineData("""var session = tidemark.StartSession("s-1"); session.SetName("a name");""")]
    [InlineData("""var call = tidemark.Current.StartInference("m"); call.SetUsage(new TokenUsage(Input: 1));""")]
    public async Task Started_NobodyCanDisposeIt_IsReported(string code) => Assert.Equal(["TIDEMARK001"], await WarningsAsync(code));

    [Theory]
    [InlineData("""using var session = tidemark.StartSession("s-1"); session.SetName("a name");""")]
    [InlineData("""using (tidemark.StartSession("s-1")) { }""")]
    [InlineData("""using (var session = tidemark.StartSession("s-1")) session.SetName("a name");""")]
    [InlineData("""tidemark.Current.StartTool("search").Dispose();""")]
    [InlineData("""var session = tidemark.StartSession("s-1"); session.Dispose();""")]
    [InlineData("""var session = tidemark.StartSession("s-1"); Keep(session);""")]
    [InlineData("""Keep(tidemark.StartSession("s-1"));""")]
    [InlineData("""var session = tidemark.StartSession("s-1"); using (session) { }""")]
    public async Task Started_SomebodyDisposesIt_IsFine(string code) => Assert.Empty(await WarningsAsync(code));

    [Fact]
    public async Task ProviderByHand_BesideAddTidemark_IsReported() => Assert.Equal(
        ["TIDEMARK002"],
        await WarningsAsync("""new ServiceCollection().AddTidemark("app"); OpenTelemetry.Sdk.CreateTracerProviderBuilder();"""));

    [Fact]
    public async Task ProviderByHand_WithoutAddTidemark_IsFine() => Assert.Empty(await WarningsAsync("OpenTelemetry.Sdk.CreateTracerProviderBuilder();"));

    private static async Task<IEnumerable<string>> WarningsAsync(string statements)
    {
        var code = $$"""
            using Microsoft.Extensions.DependencyInjection;
            using Tidemark.Instrumentation;
            static class App
            {
                static void Run(TidemarkClient tidemark) { {{statements}} }
                static void Keep(System.IDisposable disposable) { }
            }
            """;
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "app",
            [CSharpSyntaxTree.ParseText(code)],
            platform.Concat(Used.Select(type => type.Assembly.Location)).Distinct().Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(reported => reported.Severity == DiagnosticSeverity.Error));
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new UndisposedAnalyzer(), new ProviderByHandAnalyzer()];
        return (await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync()).Select(reported => reported.Id);
    }
}
