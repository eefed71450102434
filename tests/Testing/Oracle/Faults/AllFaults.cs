namespace Tidemark.Testing.Oracle.Faults;

/// <summary>What may go wrong in a run; kills are most of it.</summary>
internal static class AllFaults
{
    public static readonly IReadOnlyList<IFault> Deck =
    [
        new KillCollector(), new KillCollector(), new KillCollector(), new StopDatabase(), new StopDatabase(),
        new DropReplies(), new HideDatabase(), new SlowDatabase(), new RestartAll(),
    ];
}
