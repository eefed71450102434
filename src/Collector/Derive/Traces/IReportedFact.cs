using System.Text.Json;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>One fact of an operation that may count differently from how it was reported.</summary>
internal interface IReportedFact
{
    string Name { get; }

    bool Differs(Operation one, Operation other);

    /// <summary>Writes the reported value if it is another than the effective one.</summary>
    void Write(Utf8JsonWriter json, Operation reported, Operation effective);

    Operation Read(Operation operation, JsonElement value);
}
