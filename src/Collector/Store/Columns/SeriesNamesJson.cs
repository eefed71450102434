using System.Buffers;
using System.Text.Json;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Store.Columns;

/// <summary>The column <c>names</c>: dimensions of an operation that are rolled up under <c>__other__</c>.</summary>
internal static class SeriesNamesJson
{
    private const string ErrorType = "error_type";

    /// <summary>A UTF-8 JSON object by dimension; empty if rollups keep all of them.</summary>
    public static ReadOnlyMemory<byte> Of(Operation operation)
    {
        var failure = operation.Failure is { IsLimited: true } ? operation.Failure : null;
        if (operation.Limited is null && failure is null) return default;
        var buffer = new ArrayBufferWriter<byte>(64);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        foreach (var dimension in SeriesDimension.All)
        {
            if (dimension.Of(operation.CountedAs) != dimension.Of(operation.Series)) json.WriteString(dimension.Name, dimension.Of(operation.Series));
        }

        if (failure is not null) json.WriteString(ErrorType, failure.Type);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The series as sent, from the one it is rolled up in, and the error type if that is rolled up as another one.</summary>
    public static (Series Series, string? ErrorType) Read(Series limited, string names)
    {
        using var json = JsonDocument.Parse(names);
        var series = SeriesDimension.All.Aggregate(
            limited,
            (series, dimension) => json.RootElement.TryGetProperty(dimension.Name, out var name) ? dimension.With(series, name.GetString() ?? "") : series);
        return (series, json.RootElement.TryGetProperty(ErrorType, out var type) ? type.GetString() : null);
    }
}
