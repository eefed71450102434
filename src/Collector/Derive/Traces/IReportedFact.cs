using System.Text.Json;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>One fact of an operation whose effective value may differ from the reported one.</summary>
internal interface IReportedFact
{
    string Name { get; }

    bool Differs(Operation one, Operation other);

    /// <summary>Writes the reported value if it differs from the effective one.</summary>
    void Write(Utf8JsonWriter json, Operation reported, Operation effective);

    Operation Read(Operation operation, JsonElement value);
}
