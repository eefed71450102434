namespace Tidemark.Collector.Decode;

/// <summary>The request cannot be parsed; the sender must not retry it. The message contains no payload.</summary>
internal sealed class MalformedRequestException : Exception
{
    public MalformedRequestException(string message) : base(message)
    {
    }

    public MalformedRequestException(string message, Exception cause) : base(message, cause)
    {
    }
}
