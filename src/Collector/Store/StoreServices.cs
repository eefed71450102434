using Microsoft.Extensions.Options;
using Tidemark.Collector.Store.Distributed;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Collector.Store.Reading;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store;

internal static class StoreServices
{
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StoreOptions>()
            .Bind(configuration.GetSection(StoreOptions.Section))
            .Configure(options => options.ConnectionString = configuration.GetConnectionString("Tidemark"))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<EmbeddedPostgresOptions>()
            .Bind(configuration.GetSection(EmbeddedPostgresOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsValidator>();
        services.AddSingleton<IValidateOptions<EmbeddedPostgresOptions>, EmbeddedPostgresOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<StoreOptions>>().Value);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<EmbeddedPostgresOptions>>().Value);
        services.AddSingleton(provider => new DatabaseTime(TimeProvider.System, provider.GetRequiredService<ILogger<DatabaseTime>>()));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseTime>());
        services.AddSingleton<Database>();
        services.AddSingleton<ReadDatabase>();
        services.AddSingleton<Transactions>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<CurrentNumbersReader>();
        services.AddSingleton<EmbeddedPostgres>();
        services.AddSingleton(DatabaseSchema.Current);
        services.AddSingleton<SchemaLock>();
        services.AddSingleton<Cluster>();
        services.AddSingleton<Workers>();
        services.AddHostedService<ClusterWatch>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<ReaderRole>();
        services.AddSingleton<PartitionKeeper>();
        services.AddSingleton<OldRows>();
        services.AddSingleton<SeriesNumbers>();
        services.AddSingleton<TraitNumbers>();
        services.AddSingleton<SeriesNames>();
        services.AddSingleton<PayerNumbers>();
        services.AddSingleton<UserNameStore>();
        services.AddSingleton<UserEraser>();
        services.AddSingleton<LabelValues>();
        services.AddSingleton<DeltaBacklog>();
        services.AddSingleton<RollupStore>();
        services.AddSingleton<PriceTable>();
        services.AddSingleton<LaneStoreFactory>();
        services.AddSingleton<LeaseStore>();
        services.AddHostedService<DatabaseStartup>();
        services.AddHostedService<ReaderGuard>();
        services.AddHostedService<ReplicaWatch>();
        services.AddHostedService<PartitionWorker>();
        services.AddSingleton<WindowRefresh>();
        services.AddHostedService<WindowWorker>();
        services.AddSingleton<RollupCheck>();
        services.AddHostedService<RollupCheckWorker>();
        return services;
    }
}
