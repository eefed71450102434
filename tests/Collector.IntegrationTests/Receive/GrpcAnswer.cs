namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>The result of a call: its status, from headers or trailers, and the unframed message.</summary>
internal sealed record GrpcAnswer(int Status, string Message, byte[] Details, byte[] Response, string AcceptEncoding = "");
