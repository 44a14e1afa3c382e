import 'spv-authorize/define';
