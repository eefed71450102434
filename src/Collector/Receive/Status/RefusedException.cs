namespace Tidemark.Collector.Receive.Status;

/// <summary>Carries a refusal up to where the transport answers it.</summary>
internal sealed class RefusedException(Refusal refusal, Exception? cause = null) : Exception(refusal.Message, cause)
{
    public Refusal Refusal { get; } = refusal;
}
