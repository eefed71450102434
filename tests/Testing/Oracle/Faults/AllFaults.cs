namespace Tidemark.Testing.Oracle.Faults;

/// <summary>All faults of a run; most of them are kills.</summary>
internal static class AllFaults
{
    public static readonly IReadOnlyList<IFault> Deck =
    [
        new KillCollector(), new KillCollector(), new KillCollector(), new StopDatabase(), new StopDatabase(),
        new DropReplies(), new HideDatabase(), new SlowDatabase(), new RestartAll(),
    ];
}
