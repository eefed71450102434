namespace Tidemark.Collector.Receive.Status;

/// <summary>Carries a refusal to the transport, which sends it.</summary>
internal sealed class RefusedException(Refusal refusal, Exception? cause = null) : Exception(refusal.Message, cause)
{
    public Refusal Refusal { get; } = refusal;
}
