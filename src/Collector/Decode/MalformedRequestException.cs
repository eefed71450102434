namespace Tidemark.Collector.Decode;

/// <summary>The bytes are not what they should be: the sender must not repeat them. The message holds no payload.</summary>
internal sealed class MalformedRequestException : Exception
{
    public MalformedRequestException(string message) : base(message)
    {
    }

    public MalformedRequestException(string message, Exception cause) : base(message, cause)
    {
    }
}
