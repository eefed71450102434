namespace Tidemark.Testing.Live;

/// <summary>One line of Influx line protocol.</summary>
/// <param name="Nanos">Its own timestamp; null = none, so that Grafana would take its clock.</param>
internal sealed record LiveLine(string Measurement, IReadOnlyList<KeyValuePair<string, string>> Tags, IReadOnlyList<LiveField> Fields, long? Nanos)
{
    public DateTime Time => DateTime.UnixEpoch.AddTicks((Nanos ?? 0) / TimeSpan.NanosecondsPerTick);

    /// <summary>Names and types: what must never change.</summary>
    public string Schema => string.Join(',', Fields.Select(one => $"{one.Name}:{one.Type}"));

    public string? Tag(string name) => Tags.FirstOrDefault(tag => tag.Key == name).Value;

    public object? this[string name] => Fields.First(one => one.Name == name).Value;
}
