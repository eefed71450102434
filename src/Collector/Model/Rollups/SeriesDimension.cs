using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Rollups;

/// <summary>One of the text dimensions of a series.</summary>
/// <param name="Name">Name of its column.</param>
internal sealed record SeriesDimension(string Name, Func<Series, string> Of, Func<Series, string, Series> With)
{
    public static readonly IReadOnlyList<SeriesDimension> All =
    [
        new("service", series => series.Service, (series, value) => series with { Service = value }),
        new("environment", series => series.Environment, (series, value) => series with { Environment = value }),
        new("operation", series => series.Operation, (series, value) => series with { Operation = value }),
        new("provider", series => series.Provider, (series, value) => series with { Provider = value }),
        new("model", series => series.Model, (series, value) => series with { Model = value }),
        new("agent", series => series.Agent, (series, value) => series with { Agent = value }),
        new("workflow", series => series.Workflow, (series, value) => series with { Workflow = value }),
        new("tool", series => series.Tool, (series, value) => series with { Tool = value }),
        new("dependency", series => series.Dependency, (series, value) => series with { Dependency = value }),
    ];
}
