using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Distributed;

namespace Tidemark.Collector.Store.Schema;

/// <summary>
/// The statements of the collector, one file each under <c>Store/Sql/Statements</c>. Those that Citus cannot run as they are have a second file under
/// <c>Store/Sql/Distributed</c>, with the same parameters and results.
/// </summary>
internal static class Statement
{
    // First: the initialisers below fill it.
    private static readonly Dictionary<string, string> Distributed = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> OfShards = new(StringComparer.Ordinal);

    public static readonly string AddBudgetMarks = Of("add_budget_marks", BudgetColumns.Marks.Sql);
    public static readonly string AddCodingCounts = Of("add_coding_counts", CodingColumns.In(default).Sql);
    public static readonly string AddEvents = Of("add_events", EventColumns.RecordedAt(default, default).Sql);
    public static readonly string AddIgnoredScopes = Of("add_ignored_scopes", IgnoredColumns.In(default).Sql);
    public static readonly string AddLedger = Of("add_ledger", LedgerColumns.At(default, default).Sql);
    public static readonly string ForgetIgnoredScopes = Of("forget_ignored_scopes");
    public static readonly string AddMetricPoints = Of("add_metric_points", MetricColumns.Points.Sql);
    public static readonly string AddPayerRollups = Of("add_payer_rollups", PayerColumns.Rollups.Sql);
    public static readonly string AddPayers = Of("add_payers", PayerColumns.UsedOn(default).Sql);
    public static readonly string AddRollupDeltas = Of("add_rollup_deltas", DeltaColumns.Of(default).Sql);
    public static readonly string AddRollups = Of("add_rollups", RollupColumns.All.Sql);
    public static readonly string AddSeries = Of("add_series", SeriesColumns.All.Sql);
    public static readonly string AddStreamedEvents = Of("add_streamed_events", EventColumns.Streamed.Sql);
    public static readonly string AddTraceFacts = Of("add_trace_facts", TraceColumns.FactsAt.Sql);
    public static readonly string AddTraits = Of("add_traits", TraitColumns.UsedOn(default).Sql);
    public static readonly string AddUserNames = Of("add_user_names", UserColumns.Names.Sql);
    public static readonly string AdmitLabelValues = Of("admit_label_values", PayerColumns.Values(default).Sql);
    public static readonly string AdvanceRollupTiers = Of("advance_rollup_tiers");
    public static readonly string AmendOperations = Of("amend_operations", OperationColumns.Amended.Sql);
    public static readonly string CheckReader = Of("check_reader");
    public static readonly string CheckRollups = Of("check_rollups");
    public static readonly string ClaimTraces = Of("claim_traces", TraceColumns.ClaimsIn(default).Sql);
    public static readonly string ClearUserNames = Of("clear_user_names");
    public static readonly string CloseDatabase = Of("close_database");
    public static readonly string CopyOperations = Of("copy_operations", OperationColumns.All.Sql);
    public static readonly string CountActiveSessions = Of("count_active_sessions");
    public static readonly string CountQueuedTraces = Of("count_queued_traces");
    public static readonly string DropConversations = Of("drop_conversations", KeyColumns.Conversations.Sql);
    public static readonly string DropPartitions = Of("drop_partitions");
    public static readonly string DropReaderObjects = Of("drop_reader_objects");
    public static readonly string FindConflicts = Of("find_conflicts", ConflictColumns.All.Sql);
    public static readonly string FindEvent = Of("find_event");
    public static readonly string FindLabelValues = Of("find_label_values", PayerColumns.Values(default).Sql);
    public static readonly string FindNewestEvent = OfStream("find_newest_event");
    public static readonly string FindPayers = Of("find_payers", PayerColumns.Digests.Sql);
    public static readonly string FindSeries = Of("find_series", SeriesColumns.All.Sql);
    public static readonly string FindSuccessors = Of("find_successors");
    public static readonly string FindTraits = Of("find_traits");
    public static readonly string ForgetBudgetMarks = Of("forget_budget_marks");
    public static readonly string ForgetCodingCounts = Of("forget_coding_counts");
    public static readonly string ForgetConversations = Of("forget_conversations");
    public static readonly string ForgetLabelValues = Of("forget_label_values");
    public static readonly string ForgetLedger = Of("forget_ledger");
    public static readonly string ForgetMetricStreams = Of("forget_metric_streams");
    public static readonly string ForgetPayerRollups = Of("forget_payer_rollups");
    public static readonly string ForgetPayers = Of("forget_payers");
    public static readonly string ForgetRollups = Of("forget_rollups");
    public static readonly string ForgetSessions = Of("forget_sessions");
    public static readonly string ForgetStreamedEvents = Of("forget_streamed_events");
    public static readonly string ForgetTraceClaims = Of("forget_trace_claims");
    public static readonly string ForgetTraceFacts = Of("forget_trace_facts");
    public static readonly string ForgetTraits = Of("forget_traits");
    public static readonly string ForgetUserCoding = Of("forget_user_coding");
    public static readonly string ForgetUserDeltas = Of("forget_user_deltas");
    public static readonly string ForgetUserEvents = Of("forget_user_events");
    public static readonly string ForgetUserFacts = Of("forget_user_facts");
    public static readonly string ForgetUserMarks = Of("forget_user_marks");
    public static readonly string ForgetUserName = Of("forget_user_name");
    public static readonly string ForgetUserOperations = Of("forget_user_operations");
    public static readonly string ForgetUserPayers = Of("forget_user_payers");
    public static readonly string ForgetUserPoints = Of("forget_user_points");
    public static readonly string ForgetUserSessions = Of("forget_user_sessions");
    public static readonly string ForgetUserTraits = Of("forget_user_traits");
    public static readonly string ForgetWindows = Of("forget_windows");
    public static readonly string GrantReader = Of("grant_reader");
    public static readonly string HasCitus = Of("has_citus");
    public static readonly string HasEvents = Of("has_events");
    public static readonly string HasShard = Of("has_shard");
    public static readonly string HoldShard = Of("hold_shard");
    public static readonly string InsertOperations = Of("insert_operations", OperationColumns.All.Sql);
    public static readonly string IsDistributed = Of("is_distributed");
    public static readonly string ListPartitions = Of("list_partitions");
    public static readonly string ListReplacedFunctions = Of("list_replaced_functions");
    public static readonly string ListUnpriced = Of("list_unpriced");
    public static readonly string LockMetricStreams = Of("lock_metric_streams", MetricColumns.Streams.Sql);
    public static readonly string LockSessions = Of("lock_sessions", KeyColumns.Sessions.Sql);
    public static readonly string LockTraces = Of("lock_traces");
    public static readonly string MakePartitions = Of("make_partitions");
    public static readonly string MakeReader = Of("make_reader");
    public static readonly string MergeSessions = Of("merge_sessions", TraceColumns.Merged.Sql);
    public static readonly string OwnJob = Of("own_job");
    public static readonly string OwnRollupTiers = Of("own_rollup_tiers");
    public static readonly string OwnSchema = Of("own_schema");
    public static readonly string PlaceEverywhere = Of("place_everywhere");
    public static readonly string PlaceShards = Of("place_shards");
    public static readonly string PlaceShardsBeside = Of("place_shards_beside");
    public static readonly string QueueTraces = Of("queue_traces", TraceColumns.VisitsIn(default).Sql);
    public static readonly string ReadBudgets = Of("read_budgets");
    public static readonly string ReadCalls = Of("read_calls");
    public static readonly string ReadClock = Of("read_clock");
    public static readonly string ReadCluster = Of("read_cluster");
    public static readonly string ReadConversations = Of("read_conversations", KeyColumns.Conversations.Sql);
    public static readonly string ReadCurrentModels = Of("read_current_models");
    public static readonly string ReadCurrentNumbers = Of("read_current_numbers");
    public static readonly string ReadEvents = OfStream("read_events");
    public static readonly string ReadHorizon = Of("read_horizon");
    public static readonly string ReadMonitors = Of("read_monitors", MonitorColumns.Keys.Sql);
    public static readonly string ReadNextTransaction = Of("read_next_transaction");
    public static readonly string ReadOperations = Of("read_operations", KeyColumns.All.Sql);
    public static readonly string ReadSeries = Of("read_series");
    public static readonly string ReadSessionConversations = Of("read_session_conversations");
    public static readonly string ReadSessionOperations = Of("read_session_operations");
    public static readonly string ReadShards = Of("read_shards");
    public static readonly string ReadShardValues = Of("read_shard_values");
    public static readonly string ReadRecentEvents = Of("read_recent_events");
    public static readonly string ReadStreamPositions = Of("read_stream_positions");
    public static readonly string ReadStreamShards = Of("read_stream_shards");
    public static readonly string ReadTraceClaims = Of("read_trace_claims", TraceColumns.Lookups.Sql);
    public static readonly string ReadTraceFacts = Of("read_trace_facts");
    public static readonly string ReadTraces = Of("read_traces");
    public static readonly string ReadTurns = Of("read_turns");
    public static readonly string ReadWindowsDue = Of("read_windows_due");
    public static readonly string RecordWindows = Of("record_windows");
    public static readonly string RefreshWindows = Of("refresh_windows");
    public static readonly string RenewLease = Of("renew_lease");
    public static readonly string ReplaceModelPrices = Of("replace_model_prices", PriceColumns.All.Sql);
    public static readonly string RequeueTraces = Of("requeue_traces", TraceColumns.Queue.Sql);
    public static readonly string SetCosts = Of("set_costs", CostColumns.All.Sql);
    public static readonly string SetLocal = Of("set_local");
    public static readonly string SetReaderPassword = Of("set_reader_password");
    public static readonly string SetStreamPosition = Of("set_stream_position");
    public static readonly string SetStreamShard = Of("set_stream_shard");
    public static readonly string SettleRestoredEvents = OfStream("settle_restored_events");
    public static readonly string StampEvents = Of("stamp_events");
    public static readonly string TakeExpired = Of("take_expired");
    public static readonly string TakeLease = Of("take_lease");
    public static readonly string TakeRollupDeltas = Of("take_rollup_deltas", DeltaColumns.Of(default).Sql);
    public static readonly string TakeTraces = Of("take_traces");
    public static readonly string SetReaderSettings = Of("set_reader_settings");
    public static readonly string TryOwnJob = Of("try_own_job");
    public static readonly string UsePayers = Of("use_payers");
    public static readonly string UseTraits = Of("use_traits");
    public static readonly string WatchReader = Of("watch_reader");
    public static readonly string WriteConversations = Of("write_conversations", ConversationColumns.All.Sql);
    public static readonly string WriteMetricStreams = Of("write_metric_streams", MetricColumns.States.Sql);
    public static readonly string WriteMonitors = Of("write_monitors", MonitorColumns.All.Sql);
    public static readonly string WriteSessions = Of("write_sessions", SessionColumns.All.Sql);

    /// <summary>The form of a statement for a database; the statement itself where there is no other form.</summary>
    public static string For(Distribution distribution, string statement) =>
        distribution == Distribution.None ? statement : Distributed.GetValueOrDefault(statement, statement);

    /// <summary>The form of a statement for the shards' own tables, which have no identities; the statement itself where there is no other form.</summary>
    public static string ForShard(string statement) => OfShards.GetValueOrDefault(statement, statement);

    // In a cluster the stream is a table of its own, in the same order.
    private static string OfStream(string name)
    {
        var statement = Of(name);
        Distributed[statement] = statement.Replace("tidemark_store.session_events", "tidemark_store.streamed_events", StringComparison.Ordinal);
        return statement;
    }

    private static string Of(string name, Func<string, string>? fill = null)
    {
        fill ??= text => text;
        var statement = fill(SqlText.Read($"Statements/{name}"));
        if (SqlText.Has($"Distributed/{name}")) Distributed[statement] = fill(SqlText.Read($"Distributed/{name}"));
        if (SqlText.Has($"Distributed/Shards/{name}")) OfShards[statement] = fill(SqlText.Read($"Distributed/Shards/{name}"));
        return statement;
    }
}
