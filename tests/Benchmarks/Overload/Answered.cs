namespace Tidemark.Benchmarks.Overload;

/// <summary>A request of an open-loop load, with its response.</summary>
/// <param name="Request">Its number, which is part of the ids of its operations.</param>
/// <param name="Status">HTTP status; 0 = the connection failed.</param>
/// <param name="At">Time of the response since the start of the load.</param>
/// <param name="Took">Time from request to response.</param>
internal readonly record struct Answered(ulong Request, int Status, TimeSpan At, TimeSpan Took)
{
    public bool IsAcknowledged => Status == 200;

    public bool IsRefused => Status is 429 or 503;
}
