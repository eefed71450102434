namespace Tidemark.Collector.Store.Statements;

/// <summary>The statements that the collector runs, one file each under <c>Store/Sql/Statements</c>.</summary>
internal static class Statement
{
    public static readonly string AddEvents = Read("add_events");
    public static readonly string AddLedger = Read("add_ledger");
    public static readonly string AddMetricPoints = Read("add_metric_points");
    public static readonly string AddRollups = Read("add_rollups");
    public static readonly string AddSeries = Read("add_series");
    public static readonly string AddUnbound = Read("add_unbound");
    public static readonly string AddUnsettledEvents = Read("add_unsettled_events");
    public static readonly string BindOperations = Read("bind_operations");
    public static readonly string CheckRollups = Read("check_rollups");
    public static readonly string ClaimCalls = Read("claim_calls");
    public static readonly string CompactRollups = Read("compact_rollups");
    public static readonly string CopyOperations = Read("copy_operations");
    public static readonly string CountOpenSessions = Read("count_open_sessions");
    public static readonly string CountUnsettled = Read("count_unsettled");
    public static readonly string DropPartitions = Read("drop_partitions");
    public static readonly string FindConflicts = Read("find_conflicts");
    public static readonly string FindEvent = Read("find_event");
    public static readonly string FindNewestEvent = Read("find_newest_event");
    public static readonly string FindSeries = Read("find_series");
    public static readonly string FindSuccessors = Read("find_successors");
    public static readonly string FindToldByEvent = Read("find_told_by_event");
    public static readonly string ForgetOld = Read("forget_old");
    public static readonly string ForgetToldByEvent = Read("forget_told_by_event");
    public static readonly string ForgetWindows = Read("forget_windows");
    public static readonly string GrantReader = Read("grant_reader");
    public static readonly string HasDueEvents = Read("has_due_events");
    public static readonly string InsertOperations = Read("insert_operations");
    public static readonly string ListPartitions = Read("list_partitions");
    public static readonly string LockMetricStreams = Read("lock_metric_streams");
    public static readonly string LockSessions = Read("lock_sessions");
    public static readonly string MakePartitions = Read("make_partitions");
    public static readonly string MakeReader = Read("make_reader");
    public static readonly string OwnSettling = Read("own_settling");
    public static readonly string ReadCalls = Read("read_calls");
    public static readonly string ReadClock = Read("read_clock");
    public static readonly string ReadConversations = Read("read_conversations");
    public static readonly string ReadCurrentModels = Read("read_current_models");
    public static readonly string ReadCurrentNumbers = Read("read_current_numbers");
    public static readonly string ReadEvents = Read("read_events");
    public static readonly string ReadMonitors = Read("read_monitors");
    public static readonly string ReadOperations = Read("read_operations");
    public static readonly string ReadTurns = Read("read_turns");
    public static readonly string RecordWindows = Read("record_windows");
    public static readonly string RefreshWindows = Read("refresh_windows");
    public static readonly string RenewLease = Read("renew_lease");
    public static readonly string ReplaceModelPrices = Read("replace_model_prices");
    public static readonly string ReplayEvents = Read("replay_events");
    public static readonly string SetCosts = Read("set_costs");
    public static readonly string SetReaderPassword = Read("set_reader_password");
    public static readonly string SettleRestoredEvents = Read("settle_restored_events");
    public static readonly string ShareSettling = Read("share_settling");
    public static readonly string TakeDueEvents = Read("take_due_events");
    public static readonly string TakeExpired = Read("take_expired");
    public static readonly string TakeLease = Read("take_lease");
    public static readonly string TakeUnbound = Read("take_unbound");
    public static readonly string TryOwnSweep = Read("try_own_sweep");
    public static readonly string TryOwnWindows = Read("try_own_windows");
    public static readonly string WriteConversations = Read("write_conversations");
    public static readonly string WriteMetricStreams = Read("write_metric_streams");
    public static readonly string WriteMonitors = Read("write_monitors");
    public static readonly string WriteSessions = Read("write_sessions");

    private static string Read(string name) => SqlText.Read($"Statements/{name}");
}
