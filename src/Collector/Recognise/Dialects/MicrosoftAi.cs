using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>
/// Microsoft.Extensions.AI: GenAI conventions v1.41, lists as JSON text. Its <c>orchestrate_tools</c> span has the sum of the
/// usage of the calls inside it. Source: github.com/dotnet/extensions, src/Libraries/Microsoft.Extensions.AI.
/// </summary>
internal static class MicrosoftAi
{
    public static readonly Dialect Dialect = new("microsoft.extensions.ai")
    {
        Inherits = GenAi.Dialect,
        Scopes = ["Experimental.Microsoft.Extensions.AI"],
        Names = [new("orchestrate_tools", OperationType.None)],
    };
}
