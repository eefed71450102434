using Microsoft.Extensions.Options;
using Tidemark.Collector.Pipeline.Admission;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Pipeline.Passes;
using Tidemark.Collector.Pipeline.Pricing;
using Tidemark.Collector.Pipeline.Requests;
using Tidemark.Collector.Pipeline.Users;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Distributed;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline;

internal static class PipelineServices
{
    /// <summary>Adds the lanes. Call after the Store's services: hosted services stop in reverse order, so lanes drain while the database is up.</summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PipelineOptions>().Bind(configuration.GetSection(PipelineOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<PipelineOptions>, PipelineOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<PipelineOptions>>().Value);
        services.AddSingleton<PipelineMetrics>();
        services.AddSingleton<AdmissionControl>();
        services.AddSingleton<CallReporters>();
        services.AddSingleton(PlanOf);
        services.AddSingleton<LaneCommitFactory>();
        services.AddSingleton<LaneSet>();
        services.AddHostedService(provider => provider.GetRequiredService<LaneSet>());
        services.AddSingleton<AmendmentWriter>();
        services.AddSingleton<AmendmentPass>();
        services.AddSingleton<SweepPass>();
        services.AddSingleton<BudgetPass>();
        services.AddSingleton<RelayPass>();
        services.AddHostedService<RelayWorker>();
        services.AddHostedService<SettlingWorker>();
        services.AddHostedService<SweepWorker>();
        services.AddHostedService<BudgetWorker>();
        services.AddSingleton<MergePass>();
        services.AddHostedService<MergeWorker>();
        services.AddHostedService<PriceTableWorker>();
        services.AddSingleton<RecogniserPool>();
        services.AddSingleton<IgnoredLog>();
        services.AddSingleton<OverflowLog>();
        services.AddSingleton<UserListFile>();
        services.AddSingleton<UserErasure>();
        services.AddSingleton<IIngest, Ingest>();
        return services;
    }

    private static ILanePlan PlanOf(IServiceProvider provider)
    {
        var (database, options) = (provider.GetRequiredService<Database>(), provider.GetRequiredService<StoreOptions>());
        return options.Distribution == Distribution.Citus
            ? new ShardPlan(database, provider.GetRequiredService<Workers>(), options.Shards)
            : new PlainPlan(new WholeServer(database), provider.GetRequiredService<PipelineOptions>().Lanes);
    }
}
