namespace Tidemark.Collector.Hosting;

/// <summary>Where a listener's address stands in the configuration, known before its other options are valid.</summary>
/// <param name="Key">As <c>Tidemark:Receive:Grpc</c>.</param>
/// <param name="Default">The address where none is configured.</param>
internal sealed record ListenSetting(string Key, string Default);
