namespace Tidemark.Collector.Hosting;

/// <summary>The setting of a listener's address, known before its other options are validated.</summary>
/// <param name="Key">The key, such as <c>Tidemark:Receive:Grpc</c>.</param>
/// <param name="Default">The default address.</param>
internal sealed record ListenSetting(string Key, string Default);
