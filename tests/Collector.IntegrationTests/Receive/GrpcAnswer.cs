namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>The end of a call: its status, wherever it stood, and the message without its frame.</summary>
internal sealed record GrpcAnswer(int Status, string Message, byte[] Details, byte[] Response, string AcceptEncoding = "");
