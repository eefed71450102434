namespace Tidemark.Benchmarks.Overload;

/// <summary>One request of an open load and what became of it.</summary>
/// <param name="Request">Its number, which stands in the ids of its operations.</param>
/// <param name="Status">HTTP status; 0 = the connection broke.</param>
/// <param name="At">When the answer came, from the beginning of the load.</param>
/// <param name="Took">From its sending to its answer.</param>
internal readonly record struct Answered(ulong Request, int Status, TimeSpan At, TimeSpan Took)
{
    public bool IsAcknowledged => Status == 200;

    public bool IsRefused => Status is 429 or 503;
}
